package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names what a component of a {@link Projection} shows. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Path {
    /**
     * The members from the document on, by their Java names, with dots between them: {@code door.height}. They lead through
     * links, back links and embedded values.
     */
    String value();
}

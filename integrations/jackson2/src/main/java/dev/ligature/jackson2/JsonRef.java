package dev.ligature.jackson2;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the references of a property are written as, or those of all properties of a class; instead of what
 * {@link LigatureModule#withRefs} says. An annotation of a property wins over that of its class.
 *
 * <pre>{@code
 * record House(ObjectId id, @Link @JsonRef(RefFormat.DOCUMENT) Ref<Door> door, @Link List<Ref<Window>> windows) {}
 * }</pre>
 *
 * <p>It holds for references in lists, in {@code Optional}s and in maps too, and has no effect on reading.
 */
@Documented
@JacksonAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface JsonRef {
    /** What the references are written as. */
    RefFormat value();
}

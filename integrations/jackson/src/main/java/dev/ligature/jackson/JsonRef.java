// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in which form the references of a property, or of all properties of a class, are written. It overrides
 * {@link LigatureModule#withRefs}, and the annotation of a property overrides that of its class.
 *
 * <pre>{@code
 * record House(ObjectId id, @Link @JsonRef(RefFormat.DOCUMENT) Ref<Door> door, @Link List<Ref<Window>> windows) {}
 * }</pre>
 *
 * <p>It applies to references in lists, in {@code Optional}s and in maps too. It has no effect on reading.
 */
@Documented
@JacksonAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface JsonRef {
    /** The form in which the references are written. */
    RefFormat value();
}

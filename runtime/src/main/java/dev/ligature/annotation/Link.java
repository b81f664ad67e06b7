// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a stored reference to another document. The member is a {@code Ref<T>}, an {@code Optional<Ref<T>>}, a
 * {@code List<Ref<T>>} or an {@code Optional<List<Ref<T>>>}; {@code @Nullable} on the holder means the same as
 * {@code Optional}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Link {
    /** The form in which the target's id is stored. Both forms are read, whichever you declare. */
    LinkStorage storage() default LinkStorage.ID;
}

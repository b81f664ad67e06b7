// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the other end of a link: the documents that refer to this one. Nothing is stored. The member is a {@code
 * BackRef<T>}, an {@code Optional<BackRef<T>>}, a {@code List<BackRef<T>>} or an {@code Optional<List<BackRef<T>>>}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface BackLink {
    /**
     * The Java name of the link member that this back link mirrors, in the referring document. For a link in an embedded
     * value, the names of the members that lead to it: {@code lines.product}.
     */
    String originalField();

    /** What happens to the referring documents when this one is deleted. */
    OnDelete onDelete() default OnDelete.NOTHING;
}

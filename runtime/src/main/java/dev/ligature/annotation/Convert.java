// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a member in the form of another type. Conditions, sorts and updates take values of the member's type and work on
 * what is stored.
 *
 * <p>If the member is a list, set, array or map, and the converter is one of its elements or values, it converts each of
 * them. On a component of a projection, it converts what the document stores for the member that the component shows.
 *
 * <p>Ids, versions and links have stored forms of their own and take no converter. For a type that is stored in one form
 * everywhere, register a codec with the database instead.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Convert {
    /** The converter, a class with a constructor without parameters. */
    Class<? extends Converter<?, ?>> value();
}

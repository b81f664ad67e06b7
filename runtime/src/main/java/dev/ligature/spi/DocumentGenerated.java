// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that Ligature's processor generated, and names its document. Coverage and analysis tools can tell it by
 * this.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DocumentGenerated {
    /** The document from which the type was generated. */
    Class<?> value();
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record or a class whose instances are the documents of a collection. For a document {@code House} the processor
 * generates {@code HouseCodec}, {@code QHouse} and {@code HouseRepository} in its package.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Document {
    /** The name of the collection. The default is the simple name of the type in lower camel case. */
    String collection() default "";

    /** How many levels of links {@code fetchLinks()} follows from a document: 1 is the document's own links, 0 none. */
    int maxDepth() default 3;
}

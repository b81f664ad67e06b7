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
 *
 * <p>On a sealed interface or a sealed abstract class, it declares a collection with documents of all types that are
 * permitted. These are documents too, with or without the annotation.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Document {
    /**
     * The name of the collection. The default is the simple name of the type in lower camel case. A type that a sealed
     * document permits is stored in the collection of this one.
     */
    String collection() default "";

    /** How many levels of links {@code fetchLinks()} follows from a document: 1 is the document's own links, 0 none. */
    int maxDepth() default 3;
}

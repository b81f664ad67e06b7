// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an index over several members of a document: {@code @CompoundIndex({"section", "-installedSize"})}. {@code
 * createIndexes()} creates it.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/indexes/index-types/index-compound/">Compound indexes</a>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(CompoundIndex.List.class)
public @interface CompoundIndex {
    /** The members in order, by their Java names. A leading {@code -} means descending. Checked at compile time. */
    String[] value();

    /** Whether no two documents may hold the same values. */
    boolean unique() default false;

    /** Whether documents that have none of the members are left out of the index. */
    boolean sparse() default false;

    /** Holds several compound indexes of one document. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface List {
        /** The indexes. */
        CompoundIndex[] value();
    }
}

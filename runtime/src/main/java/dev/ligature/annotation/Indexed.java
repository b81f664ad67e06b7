// SPDX-License-Identifier: Apache-2.0
package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an index on one member, which {@code createIndexes()} creates. A member that a back link mirrors is indexed
 * even without this annotation.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/indexes/">Indexes</a>
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Indexed {
    /** Whether no two documents may hold the same value. */
    boolean unique() default false;

    /** Whether documents that do not have the member are left out of the index. */
    boolean sparse() default false;

    /** Whether the index is descending. */
    boolean descending() default false;

    /**
     * The number of seconds after the date in the member at which the server deletes the document. Negative, the
     * default, means never. Only for members that are stored as dates.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/core/index-ttl/">TTL indexes</a>
     */
    long expireAfterSeconds() default -1;
}

package dev.ligature.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an index on one member, made by {@code createIndexes()}. The member that a back link mirrors is indexed without
 * being asked.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/indexes/">Indexes</a>
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Indexed {
    /** Whether two documents may not hold the same value. */
    boolean unique() default false;

    /** Whether documents without the member are left out of the index. */
    boolean sparse() default false;

    /** Whether the index is descending. */
    boolean descending() default false;

    /**
     * After how many seconds from the date in the member the server deletes the document; negative for never. Only on
     * members stored as dates.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/core/index-ttl/">TTL indexes</a>
     */
    long expireAfterSeconds() default -1;
}

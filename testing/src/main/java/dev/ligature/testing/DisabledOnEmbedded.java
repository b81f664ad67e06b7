// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test method or class, with a reason in the report, on the embedded server, which lacks some of what MongoDB has:
 *
 * <pre>{@code
 * @Test
 * @DisabledOnEmbedded("transactions")
 * void writesBothOrNone(@Mongo Transactions transactions) { … }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedCondition.class)
public @interface DisabledOnEmbedded {
    /** What the test needs and the embedded server lacks. */
    String value();
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test of the whole application a database of its own. The database is on the server that the environment
 * variable {@code MONGODB_URI} names, or on a server embedded in the JVM, which comes with {@code ligature-test} and
 * has no transactions. It overrides {@code spring.mongodb.*}, and a connection of Testcontainers
 * ({@code @ServiceConnection}) overrides it. The database is dropped when the application context is closed.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * @AutoConfigureTestMongo
 * class HousesOverHttpTest {}
 * }</pre>
 *
 * <p>{@link LigatureTest} includes it. {@code ligature.test.database=false} turns it off.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(TestDatabaseAutoConfiguration.class)
public @interface AutoConfigureTestMongo {}

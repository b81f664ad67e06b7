// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import dev.ligature.repository.Transactions;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a parameter or a field of a test class what the test needs of MongoDB:
 *
 * <pre>{@code
 * @Test
 * void findsAHouse(@Mongo MongoDatabase database, @Mongo CommandRecorder commands) {
 *     HouseRepository houses = new HouseRepository(database);
 * }
 * }</pre>
 *
 * <p>The type says what it gets: a {@link com.mongodb.reactivestreams.client.MongoDatabase MongoDatabase}, which is
 * empty at first and dropped at the end, the {@link com.mongodb.reactivestreams.client.MongoClient MongoClient} of that
 * database, a {@link CommandRecorder} of what this client sends, or the client's {@link Transactions}. Those with the
 * same {@linkplain #value() lifecycle} belong together. You can annotate parameters of test methods, of lifecycle
 * methods and of the constructor, and fields that are not final, static or not. Static fields are set before
 * {@code @BeforeAll}, other fields before {@code @BeforeEach}. A {@code @Nested} class uses the database of the class
 * around it.
 *
 * <p>When a test method begins, the recorder forgets what was sent before, by {@code @BeforeEach} methods for example.
 *
 * <p>If the environment variable {@code MONGODB_URI} names a server, that one is used. Otherwise the server is a
 * container if Testcontainers' MongoDB module is on the class path, and a server embedded in the JVM if not. The
 * configuration parameter {@code ligature.test.server} ({@code embedded} or {@code container}, in
 * {@code junit-platform.properties}) decides between these two, and {@code ligature.test.image} names the image of the
 * container.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MongoExtension.class)
public @interface Mongo {
    /** Whether the tests of a class share one database, or each test method has its own. */
    Lifecycle value() default Lifecycle.PER_CLASS;
}

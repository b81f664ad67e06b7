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
 * Gives a parameter or a field of a test class what it needs of MongoDB:
 *
 * <pre>{@code
 * @Test
 * void findsAHouse(@Mongo MongoDatabase database, @Mongo CommandRecorder commands) {
 *     HouseRepository houses = new HouseRepository(database);
 * }
 * }</pre>
 *
 * <p>The type says what: a {@link com.mongodb.reactivestreams.client.MongoDatabase MongoDatabase}, which is empty at first and dropped at the
 * end, its {@link com.mongodb.reactivestreams.client.MongoClient MongoClient}, a {@link CommandRecorder} of what this client sends, or its
 * {@link Transactions}. All that have the same {@linkplain #value() lifecycle} belong together. Parameters may be those of test methods, of
 * lifecycle methods and of the constructor; fields may be static or not, and must not be final. Static fields are set before {@code @BeforeAll},
 * others before {@code @BeforeEach}. A {@code @Nested} class uses the database of the class around it.
 *
 * <p>A recorder forgets what {@code @BeforeEach} and everything before it has sent when a test method begins.
 *
 * <p>The server is the one that the environment variable {@code MONGODB_URI} names. Without it, it is a container where Testcontainers'
 * MongoDB module is on the class path, and a server embedded in the JVM otherwise. The configuration parameter
 * {@code ligature.test.server} ({@code embedded} or {@code container}, in {@code junit-platform.properties}) decides between these two,
 * {@code ligature.test.image} names the image of the container.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MongoExtension.class)
public @interface Mongo {
    /** Whether the tests of a class share the database, or each test method has one of its own. */
    Lifecycle value() default Lifecycle.PER_CLASS;
}

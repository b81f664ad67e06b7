// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of what an application stores. It has the client, the database, the repositories, transactions and validation,
 * but no web server, controllers or other components. Name what else the test needs with {@code @Import} or
 * {@link #includeFilters()}.
 *
 * <pre>{@code
 * @LigatureTest
 * class HousesTest {
 *     @Autowired
 *     HouseRepository houses;
 * }
 * }</pre>
 *
 * <p>With {@code ligature-test} on the class path, the tests have a database of their own, as with
 * {@link AutoConfigureTestMongo}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(LigatureTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(LigatureTypeExcludeFilter.class)
@ImportAutoConfiguration
public @interface LigatureTest {
    /** Properties of the environment, as {@code name=value}. */
    String[] properties() default {};

    /** Whether the components of the application are left out. */
    boolean useDefaultFilters() default true;

    /** Components to include all the same. */
    Filter[] includeFilters() default {};

    /** Components to leave out. */
    Filter[] excludeFilters() default {};

    /** Auto-configuration to leave out. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}

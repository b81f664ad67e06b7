// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.estate.House;
import dev.ligature.integration.WriteHook;
import dev.ligature.spring.InvalidDocumentException;
import dev.ligature.spring.InvalidDocumentException.Violation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/** Bean Validation before writes. */
class LigatureValidationAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ValidationAutoConfiguration.class, LigatureValidationAutoConfiguration.class));

    @Test
    void refusesADocumentThatIsNotValid() {
        application.run(context -> {
            WriteHook hook = context.getBean(WriteHook.class);

            hook.beforeWrite(House.named("Oak"));
            assertThatThrownBy(() -> hook.beforeWrite(House.named("")))
                    .isInstanceOf(InvalidDocumentException.class)
                    .hasMessage("House is not valid: name must not be blank")
                    .hasCauseInstanceOf(ConstraintViolationException.class)
                    .extracting("violations", InstanceOfAssertFactories.LIST)
                    .containsExactly(new Violation("name", "must not be blank"));
        });
    }

    @Test
    void canBeTurnedOff() {
        application.withPropertyValues("ligature.validate=false").run(context -> assertThat(context)
                .hasSingleBean(Validator.class)
                .doesNotHaveBean(WriteHook.class));
    }

    @Test
    void doesNothingWithoutBeanValidation() {
        application
                .withClassLoader(new FilteredClassLoader("jakarta.validation"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WriteHook.class));
    }
}

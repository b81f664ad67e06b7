// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.integration.WriteHook;
import jakarta.validation.Validator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Provides Bean Validation of documents before they are written. */
@AutoConfiguration(
        afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration",
        before = LigatureAutoConfiguration.class)
@ConditionalOnClass({Validator.class, WriteHook.class})
@ConditionalOnSingleCandidate(Validator.class)
@ConditionalOnBooleanProperty(name = "ligature.validate", matchIfMissing = true)
public final class LigatureValidationAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ValidationHook ligatureValidationHook(Validator validator) {
        return new ValidationHook(validator);
    }
}

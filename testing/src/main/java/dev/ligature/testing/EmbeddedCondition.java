// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link DisabledOnEmbedded}, without a server. */
final class EmbeddedCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), DisabledOnEmbedded.class)
                .filter(disabled -> ServerChoice.of(context).isEmbedded())
                .map(disabled -> ConditionEvaluationResult.disabled("the embedded server lacks " + disabled.value()
                        + "; " + ServerChoice.ADDRESS + " names another one"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("the server has what is needed"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoCommandTagsProvider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** When the metrics of commands have tags of operations. */
class LigatureMetricsAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(LigatureMetricsAutoConfiguration.class, MongoMetricsAutoConfiguration.class));

    private final ApplicationContextRunner metered =
            application.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void replacesTheTags() {
        metered.run(context -> assertThat(context)
                .hasSingleBean(MongoCommandTagsProvider.class)
                .hasSingleBean(OperationTags.class)
                .hasSingleBean(OperationContext.class));
    }

    @Test
    void canBeTurnedOff() {
        metered.withPropertyValues("ligature.command-tags=false").run(context -> assertThat(context)
                .hasSingleBean(DefaultMongoCommandTagsProvider.class)
                .doesNotHaveBean(OperationContext.class));
    }

    @Test
    void leavesTheTagsToTheApplication() {
        metered.withBean(MongoCommandTagsProvider.class, DefaultMongoCommandTagsProvider::new)
                .run(context -> assertThat(context)
                        .hasSingleBean(DefaultMongoCommandTagsProvider.class)
                        .doesNotHaveBean(OperationContext.class));
    }

    @Test
    void doesNothingWithoutARegistry() {
        application.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(OperationTags.class));
    }

    @Test
    void doesNothingWithoutMicrometer() {
        application
                .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(OperationContext.class));
    }
}

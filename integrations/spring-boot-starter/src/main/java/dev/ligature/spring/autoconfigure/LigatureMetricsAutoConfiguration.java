// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.repository.Repository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoCommandTagsProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Adds to Boot's metrics of commands which operation of which repository they belong to. */
@AutoConfiguration(
        before = MongoMetricsAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({MongoClient.class, Repository.class, MeterRegistry.class, MongoCommandTagsProvider.class})
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "ligature.command-tags", matchIfMissing = true)
public final class LigatureMetricsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(MongoCommandTagsProvider.class)
    OperationTags ligatureOperationTags() {
        return new OperationTags();
    }

    @Bean
    @ConditionalOnBean(OperationTags.class)
    OperationContext ligatureOperationContext() {
        return new OperationContext();
    }
}

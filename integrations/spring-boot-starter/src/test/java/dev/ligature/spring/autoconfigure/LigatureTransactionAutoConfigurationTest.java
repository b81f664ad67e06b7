// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.integration.SessionSource;
import dev.ligature.spring.LigatureTransactionManager;
import dev.ligature.spring.SpringDataSessions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Which transaction manager there is, and whose sessions the repositories use. */
class LigatureTransactionAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MongoReactiveAutoConfiguration.class,
                    DataMongoReactiveAutoConfiguration.class,
                    LigatureAutoConfiguration.class,
                    LigatureTransactionAutoConfiguration.class,
                    TransactionAutoConfiguration.class))
            .withClassLoader(new FilteredClassLoader("io.netty")) // whose end Boot waits for
            .withPropertyValues("spring.mongodb.uri=mongodb://localhost:1/estate");

    @Test
    void takesSpringDatasManagerWhereSpringDataIs() {
        application.run(context -> assertThat(context)
                .hasSingleBean(ReactiveMongoTransactionManager.class)
                .doesNotHaveBean(LigatureTransactionManager.class)
                .hasSingleBean(SpringDataSessions.class)
                .hasSingleBean(TransactionalOperator.class));
    }

    @Test
    void makesAManagerOfItsOwnWhereItIsNot() {
        application
                .withClassLoader(new FilteredClassLoader("io.netty", "org.springframework.data"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(LigatureTransactionManager.class)
                        .hasSingleBean(SessionSource.class)
                        .hasSingleBean(TransactionalOperator.class));
    }

    @Test
    void leavesTheOnlyManagerAlone() {
        application.withUserConfiguration(OtherManager.class).run(context -> assertThat(context)
                .hasSingleBean(TransactionManager.class)
                .hasBean("other")
                .hasSingleBean(SpringDataSessions.class));
    }

    @Test
    void leavesTheOnlyManagerAloneWithoutSpringDataToo() {
        application
                .withClassLoader(new FilteredClassLoader("io.netty", "org.springframework.data"))
                .withUserConfiguration(OtherManager.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(TransactionManager.class)
                        .doesNotHaveBean(SessionSource.class));
    }

    @Test
    void takesTheSessionsOfAManagerThatIsDeclaredNextToAnother() {
        application
                .withUserConfiguration(OtherManager.class, DeclaredManager.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(SessionSource.class)
                        .doesNotHaveBean(SpringDataSessions.class)
                        .doesNotHaveBean(ReactiveMongoTransactionManager.class));
    }

    @Test
    void doesNothingWithoutAClient() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LigatureTransactionAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TransactionManager.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OtherManager {
        @Bean
        PlatformTransactionManager other() {
            return mock(PlatformTransactionManager.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class DeclaredManager {
        @Bean
        LigatureTransactionManager mongoTransactions(MongoClient client) {
            return new LigatureTransactionManager(client);
        }
    }
}

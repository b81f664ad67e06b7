// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.integration.SessionSource;
import dev.ligature.spring.LigatureTransactionManager;
import dev.ligature.spring.SpringDataSessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.ReactiveMongoTransactionManager;
import org.springframework.transaction.TransactionManager;

/**
 * With Spring Data: provides its transaction manager, so that its templates and Ligature's repositories share a
 * transaction.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ReactiveMongoTransactionManager.class)
@ConditionalOnSingleCandidate(ReactiveMongoDatabaseFactory.class)
@ConditionalOnMissingBean(LigatureTransactionManager.class)
class SpringDataTransactions {
    @Bean
    @ConditionalOnMissingBean(TransactionManager.class)
    ReactiveMongoTransactionManager ligatureTransactionManager(ReactiveMongoDatabaseFactory factory) {
        return new ReactiveMongoTransactionManager(factory);
    }

    @Bean
    @ConditionalOnMissingBean(SessionSource.class)
    SpringDataSessions ligatureSessions(ReactiveMongoDatabaseFactory factory, MongoClient client) {
        return new SpringDataSessions(factory, client);
    }
}

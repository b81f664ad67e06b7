// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.integration.SessionSource;
import dev.ligature.spring.LigatureTransactionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionManager;

/** Without Spring Data: provides Ligature's own transaction manager, unless the application has another one. */
@Configuration(proxyBeanMethods = false)
class OwnTransactions {
    @Bean
    @ConditionalOnMissingBean(TransactionManager.class)
    LigatureTransactionManager ligatureTransactionManager(MongoClient client) {
        return new LigatureTransactionManager(client);
    }

    @Bean
    @ConditionalOnBean(LigatureTransactionManager.class)
    @ConditionalOnMissingBean(SessionSource.class)
    SessionSource ligatureSessions(LigatureTransactionManager manager) {
        return manager.sessions();
    }
}

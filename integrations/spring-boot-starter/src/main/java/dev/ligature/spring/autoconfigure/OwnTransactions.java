package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.integration.SessionSource;
import dev.ligature.spring.LigatureTransactionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionManager;

/** Without Spring Data: a transaction manager of Ligature's own, unless the application has one for something else. */
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

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.integration.SessionSource;
import dev.ligature.integration.WriteHook;
import dev.ligature.repository.Repository;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.repository.Transactions;
import dev.ligature.spring.LigatureExceptionTranslator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Provides the database, a repository for each document of the application, and transactions. */
@AutoConfiguration(after = MongoReactiveAutoConfiguration.class)
@ConditionalOnClass({MongoClient.class, Repository.class})
@ConditionalOnSingleCandidate(MongoClient.class)
@EnableConfigurationProperties({LigatureProperties.class, MongoProperties.class})
@Import(RepositoryRegistrar.class)
public final class LigatureAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    MongoDatabase ligatureDatabase(
            MongoClient client, MongoProperties properties, ObjectProvider<MongoConnectionDetails> connection) {
        String name = properties.getDatabase();
        if (name == null) {
            MongoConnectionDetails details = connection.getIfAvailable();
            name = details == null ? null : details.getConnectionString().getDatabase();
        }
        if (name == null || name.isBlank()) {
            throw new IllegalStateException(
                    "No database is named. Set spring.mongodb.database, or end spring.mongodb.uri"
                            + " with the name of one: mongodb://localhost/estate.");
        }
        return client.getDatabase(name);
    }

    /**
     * The options of all repositories: they take part in Spring's transactions, and call the hooks of the application.
     */
    @Bean
    @ConditionalOnMissingBean
    RepositoryOptions ligatureRepositoryOptions(
            ObjectProvider<SessionSource> sessions, ObjectProvider<WriteHook> hooks) {
        SessionSource source = sessions.getIfUnique();
        RepositoryOptions options = RepositoryOptions.defaults();
        if (source != null) {
            options = options.withSessions(source);
        }
        for (WriteHook hook : hooks.orderedStream().toList()) {
            options = options.withWriteHook(hook);
        }
        return options;
    }

    @Bean
    @ConditionalOnMissingBean
    Transactions ligatureTransactions(MongoClient client, ObjectProvider<SessionSource> sessions) {
        Transactions transactions = Transactions.of(client);
        SessionSource source = sessions.getIfUnique();
        return source == null ? transactions : transactions.joining(source);
    }

    @Bean
    @ConditionalOnMissingBean
    LigatureExceptionTranslator ligatureExceptionTranslator() {
        return new LigatureExceptionTranslator();
    }

    @Bean
    IndexInitializer ligatureIndexInitializer(
            LigatureProperties properties, ObjectProvider<Repository<?, ?>> repositories) {
        return new IndexInitializer(properties, repositories);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.repository.Repository;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.ReactiveTransactionManager;

/**
 * Provides a transaction manager for {@code @Transactional}, and its sessions for Ligature's repositories. It runs
 * after the configurations of other databases. If one of these has provided a manager, Spring would not know which one
 * to use.
 */
@AutoConfiguration(
        after = MongoReactiveAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration",
            "org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration",
            "org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jReactiveAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration",
            "org.springframework.boot.transaction.jta.autoconfigure.JtaAutoConfiguration"
        },
        before = TransactionAutoConfiguration.class)
@ConditionalOnClass({MongoClient.class, Repository.class, ReactiveTransactionManager.class})
@ConditionalOnSingleCandidate(MongoClient.class)
@Import({SpringDataTransactions.class, OwnTransactions.class})
public final class LigatureTransactionAutoConfiguration {}

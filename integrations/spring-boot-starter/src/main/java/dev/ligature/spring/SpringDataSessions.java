// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import com.mongodb.ClientSessionOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Objects;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.InfrastructureProxy;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.ReactiveMongoDatabaseUtils;
import org.springframework.data.mongodb.SessionSynchronization;
import reactor.core.publisher.Mono;

/**
 * The sessions of Spring Data's {@code ReactiveMongoTransactionManager}, with which Ligature's repositories and Spring
 * Data's templates take part in the same transaction. The auto-configuration creates one. For a second client, create
 * one and pass it to {@link dev.ligature.repository.RepositoryOptions#withSessions}.
 */
public final class SpringDataSessions extends SpringSessions {
    private final ReactiveMongoDatabaseFactory factory;

    /**
     * Creates a source of the sessions of a factory's transactions.
     *
     * @param factory the factory that the transaction manager uses
     * @param client the client of the factory
     */
    public SpringDataSessions(ReactiveMongoDatabaseFactory factory, MongoClient client) {
        super(client);
        this.factory = Objects.requireNonNull(factory, "factory");
    }

    @Override
    Mono<ClientSession> bound() {
        return Mono.defer(() -> {
            Listener listener = new Listener(factory);
            return ReactiveMongoDatabaseUtils.getDatabase(listener, SessionSynchronization.ON_ACTUAL_TRANSACTION)
                    .then(Mono.defer(() -> Mono.justOrEmpty(listener.session)));
        });
    }

    /**
     * Stands in for the factory when Spring Data looks up the transaction's session, which it gives only to the
     * factory. As a proxy, it names the factory under which the transaction manager has put the session.
     */
    private static final class Listener implements ReactiveMongoDatabaseFactory, InfrastructureProxy {
        private final ReactiveMongoDatabaseFactory factory;
        private @Nullable ClientSession session;

        Listener(ReactiveMongoDatabaseFactory factory) {
            this.factory = factory;
        }

        @Override
        public Object getWrappedObject() {
            return factory instanceof InfrastructureProxy proxy ? proxy.getWrappedObject() : factory;
        }

        @Override
        public ReactiveMongoDatabaseFactory withSession(ClientSession current) {
            session = current;
            return this;
        }

        /** Nobody asked for the database. */
        @Override
        public Mono<MongoDatabase> getMongoDatabase() {
            return Mono.empty();
        }

        @Override
        public Mono<MongoDatabase> getMongoDatabase(String name) {
            return Mono.empty();
        }

        @Override
        public Mono<ClientSession> getSession(ClientSessionOptions options) {
            return factory.getSession(options);
        }

        @Override
        public PersistenceExceptionTranslator getExceptionTranslator() {
            return factory.getExceptionTranslator();
        }

        @Override
        public CodecRegistry getCodecRegistry() {
            return factory.getCodecRegistry();
        }
    }
}

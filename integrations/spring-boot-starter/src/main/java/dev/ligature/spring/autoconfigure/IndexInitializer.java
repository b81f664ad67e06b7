// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.repository.Repository;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creates or checks the indexes of all repositories while the application starts, after all beans have been created and
 * before it answers requests. The start waits for it, so the first request does not read a whole collection for want of
 * an index.
 */
final class IndexInitializer implements SmartInitializingSingleton {
    private final LigatureProperties properties;
    private final ObjectProvider<Repository<?, ?>> repositories;

    IndexInitializer(LigatureProperties properties, ObjectProvider<Repository<?, ?>> repositories) {
        this.properties = properties;
        this.repositories = repositories;
    }

    @Override
    public void afterSingletonsInstantiated() {
        switch (properties.createIndexes()) {
            case TRUE -> await(all().concatMap(Repository::createIndexes).then());
            case CHECK ->
                await(all().concatMap(Repository::missingIndexes)
                        .map(Object::toString)
                        .distinct() // both ends of a back link ask for its index
                        .collectList()
                        .doOnNext(IndexInitializer::check)
                        .then());
            case FALSE -> {}
        }
    }

    private Flux<Repository<?, ?>> all() {
        return Flux.fromStream(repositories::orderedStream);
    }

    private static void check(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Indexes are missing: " + String.join(", ", missing)
                            + ". Create them, let the application create them with ligature.create-indexes=true, or start it without ligature.create-indexes.");
        }
    }

    private void await(Mono<Void> indexes) {
        indexes.block(properties.indexTimeout());
    }
}

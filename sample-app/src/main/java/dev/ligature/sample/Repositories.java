// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.sample.model.ControlRepository;
import dev.ligature.sample.model.PackageRepository;
import dev.ligature.sample.model.SectionRepository;
import dev.ligature.sample.model.SourceRepository;
import reactor.core.publisher.Mono;

/** The generated repositories of a database. */
record Repositories(
        PackageRepository packages, SourceRepository sources, SectionRepository sections, ControlRepository controls) {
    static Repositories of(MongoDatabase database) {
        return new Repositories(
                new PackageRepository(database),
                new SourceRepository(database),
                new SectionRepository(database),
                new ControlRepository(database));
    }

    /** Creates the declared indexes, and those behind the back links. */
    Mono<Void> createIndexes() {
        return packages.createIndexes()
                .then(sources.createIndexes())
                .then(sections.createIndexes())
                .then(controls.createIndexes());
    }
}

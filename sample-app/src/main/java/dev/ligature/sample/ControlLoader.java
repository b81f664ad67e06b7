// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.sample.model.Control;
import dev.ligature.sample.model.ControlRepository;
import dev.ligature.sample.model.QPackage;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Mono;

/**
 * Fills the database with the control data of 651 packages of Debian 12, unless it is there already. Of alternatives
 * ({@code mawk | awk}) only the first is kept.
 */
final class ControlLoader {
    private static final JsonLines FILE = new JsonLines("debian-relations.jsonl.gz");

    private final ControlRepository controls;

    ControlLoader(ControlRepository controls) {
        this.controls = controls;
    }

    Mono<Void> load() {
        return Mono.zip(FILE.count(), controls.count())
                .flatMap(counts -> counts.getT1().equals(counts.getT2()) ? Mono.empty() : insert());
    }

    private Mono<Void> insert() {
        return controls.find()
                .delete()
                .then(FILE.read(ControlLoader::parse).collectList())
                .flatMapMany(controls::insertAll)
                .then();
    }

    private static Control parse(BsonDocument line) {
        return new Control(
                line.getString("name").getValue(),
                line.getString("version").getValue(),
                line.getArray("depends").stream()
                        .map(BsonValue::asDocument)
                        .map(ControlLoader::relation)
                        .toList());
    }

    private static Control.Relation relation(BsonDocument stored) {
        return new Control.Relation(
                stored.containsKey("constraint")
                        ? Optional.of(stored.getString("constraint").getValue())
                        : Optional.empty(),
                QPackage.ref(stored.getString("package").getValue()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QCrate.crate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidValueException;
import dev.ligature.it.model.Crate;
import dev.ligature.it.model.CrateRepository;
import dev.ligature.it.model.SpecimenClass;
import dev.ligature.it.model.SpecimenClassRepository;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys come from data: one that cannot be stored is named, with its member, before anything is sent. */
class MapKeyIT {
    private static final String NUL = "a\0b";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final CrateRepository crates = new CrateRepository(DATABASE.database());

    private static void refuses(String place, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(place)
                .hasMessageContaining("a\\0b")
                .hasMessageContaining("NUL");
        assertThat(DATABASE.recorder().names()).isEmpty();
    }

    @Test
    void refusesADocumentWithAKeyThatCannotBeStored() {
        Crate bad = Crate.of(Map.of(NUL, 1L));
        Crate good = Crate.of(Map.of("a", 1L));

        refuses("Crate.map of c", () -> get(crates.insert(bad)));
        refuses("Crate.map of c", () -> get(crates.save(bad)));
        refuses("Crate.map of c", () -> get(crates.replace(bad)));
        refuses("Crate.map of c", () -> list(crates.insertAll(List.of(good, bad))));
    }

    @Test
    void refusesAnOperandWithAKeyThatCannotBeStored() {
        refuses("Crate.map.set", () -> get(crates.find().update(crate.map.set(Map.of(NUL, 1L)))));
        refuses(
                "Crate.map.eq",
                () -> list(crates.find(crate.map.eq(Map.of(NUL, 1L))).all()));
        refuses(
                "Crate.map.ne",
                () -> list(crates.find(crate.map.ne(Map.of(NUL, 1L))).all()));
        refuses(
                "Crate.map.in",
                () -> get(crates.find(crate.map.in(Map.of(NUL, 1L))).count()));
    }

    @Test
    void refusesAPathWithAKeyThatCannotBeStored() {
        refuses("Crate.map.key", () -> crate.map.key(NUL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "$a"})
    void refusesAPathWithAKeyThatWouldNameAnother(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crate.map.key(key))
                .withMessageContaining("Crate.map.key");
    }

    @Test
    void refusesRawDocumentsWithAKeyThatCannotBeStored() {
        SpecimenClass specimen = new SpecimenClass();
        specimen.bson = new BsonDocument("x", new BsonDocument(NUL, new BsonInt32(1)));

        refuses("SpecimenClass.bson", () -> get(new SpecimenClassRepository(DATABASE.database()).insert(specimen)));
    }
}

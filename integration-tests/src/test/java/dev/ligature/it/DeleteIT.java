// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.delete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidLinkException;
import dev.ligature.it.model.House;
import dev.ligature.query.DeleteRule;
import dev.ligature.repository.Repository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Deleting documents, named by themselves, by their ids and by queries. */
class DeleteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final StoredHouses stored = new StoredHouses(DATABASE);
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        db.clear();
        recorder.clear();
    }

    @Test
    void deletesTheDocumentAloneByOneCommand() {
        House house = stored.inserted(newHouse("Oak", 3));

        assertThat(get(db.houses.delete(house))).isEqualTo(1);
        assertThat(recorder).containsExactly(delete("houses"));
        assertThat(get(db.houses.delete(house))).isZero();
        assertThat(get(db.houses.deleteById(id(house.id())))).isZero();
        assertThat(get(db.doors.count())).isEqualTo(1);
        assertThat(get(db.windows.count())).isEqualTo(3);
    }

    @Test
    void deletesByQueryByOneCommand() {
        stored.inserted(newHouse("Oak", 0));
        stored.inserted(newHouse("Elm", 0));

        assertThat(get(db.houses.find(house.name.in("Oak", "Elm")).delete())).isEqualTo(2);
        assertThat(recorder).containsExactly(delete("houses"));
    }

    @Test
    void checksArgumentsAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> db.houses.deleteById(nothing()));
        assertThatNullPointerException().isThrownBy(() -> db.houses.deleteById(new ObjectId(), nothing()));
        assertThatNullPointerException().isThrownBy(() -> db.houses.delete(nothing(), DeleteRule.DELETE_LINKS));
        assertThatNullPointerException().isThrownBy(() -> db.houses.find().delete(nothing()));
        assertThatNullPointerException().isThrownBy(() -> db.houses.find().planDelete(nothing()));
        assertThatThrownBy(() -> db.houses.find().limit(1).delete(DeleteRule.DELETE_LINKS))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.houses.find().skip(1).planDelete(DeleteRule.DELETE_LINKS))
                .isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    void saysAllElseThroughThePublisher() {
        @SuppressWarnings("rawtypes")
        Repository raw = db.houses;
        @SuppressWarnings("unchecked")
        Mono<Long> wrong = raw.deleteById("not an ObjectId", DeleteRule.DELETE_LINKS);
        StepVerifier.create(wrong).verifyError(InvalidLinkException.class);
    }

    @Test
    void sendsNothingBeforeSubscriptionAndAllAnewWithEach() {
        House house = stored.inserted(newHouse("Oak", 1));
        Mono<Long> delete = db.houses.delete(house, DeleteRule.DELETE_LINKS);
        assertThat(recorder.commands()).isEmpty();

        assertThat(get(delete)).isEqualTo(1);
        get(db.houses.insert(house));
        assertThat(get(delete)).isEqualTo(1);
        assertThat(get(db.houses.planDelete(House.of("new", house.door()), DeleteRule.DELETE_LINKS)))
                .hasToString("delete nothing");
        assertThat(get(db.houses.delete(House.of("new", house.door()), DeleteRule.DELETE_LINKS)))
                .isZero();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.link.Ref;
import dev.ligature.path.LinkPath;
import dev.ligature.path.Sort;
import dev.ligature.path.Update;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** Arguments that are null are refused when the call is made. */
class NullArgumentIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    static Stream<Arguments> nullArguments() {
        Houses db = new Houses(DATABASE.database());
        ObjectId id = new ObjectId();
        return Stream.of(
                rejected("new repository", () -> new HouseRepository(null)),
                rejected("new repository with options", () -> new HouseRepository(DATABASE.database(), null)),
                rejected("sessions", () -> RepositoryOptions.defaults().withSessions(null)),
                rejected("write hook", () -> RepositoryOptions.defaults().withWriteHook(null)),
                rejected("joining", () -> Transactions.of(DATABASE.client()).joining(null)),
                rejected("find", () -> db.houses.find(null)),
                rejected("findById", () -> db.houses.findById(null)),
                rejected("findAllById", () -> db.houses.findAllById(null)),
                rejected("existsById", () -> db.houses.existsById(null)),
                rejected("insert", () -> db.houses.insert(null)),
                rejected("insertAll", () -> db.houses.insertAll(null)),
                rejected("insertAll of null", () -> db.houses.insertAll(Arrays.asList((House) null))),
                rejected("save", () -> db.houses.save(null)),
                rejected("saveAll", () -> db.houses.saveAll(null)),
                rejected("replace", () -> db.houses.replace(null)),
                rejected("updateById", () -> db.houses.updateById(null, house.rooms.inc(1))),
                rejected("updateById by null", () -> db.houses.updateById(id, (Update<House>) null)),
                rejected("deleteById", () -> db.houses.deleteById(null)),
                rejected("delete", () -> db.houses.delete(null)),
                rejected("fetch", () -> db.houses.fetch((House) null, house.door())),
                rejected("fetch stream", () -> db.houses.fetch((Flux<House>) null, house.door())),
                rejected("fetchLinks", () -> db.houses.fetchLinks((House) null)),
                rejected("sort", () -> db.houses.find().sort((Sort<House>) null)),
                rejected("find fetch", () -> db.houses.find().fetch((LinkPath<House, ?, ?>) null)),
                rejected("missing", () -> db.houses.find().missing(null)),
                rejected("using", () -> db.houses.find().using(null)),
                rejected("update", () -> db.houses.find().update((Update<House>) null)),
                rejected("eq", () -> house.name.eq(null)),
                rejected("in", () -> house.name.in((List<String>) null)),
                rejected("in null", () -> house.name.in(Arrays.asList("a", null))),
                rejected("startsWith", () -> house.name.startsWith(null)),
                rejected("contains", () -> house.tags.contains(null)),
                rejected("any", () -> house.tags.any(null)),
                rejected("where", () -> house.where(null)),
                rejected("and", () -> house.name.eq("a").and(null)),
                rejected("or", () -> house.name.eq("a").or(null)),
                rejected("set", () -> house.name.set(null)),
                rejected("inc", () -> house.rooms.inc(null)),
                rejected("push", () -> house.tags.push((String) null)),
                rejected("Ref.of", () -> Ref.of((Door) null)),
                rejected("Ref.to", () -> Ref.to(null)));
    }

    private static Arguments rejected(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nullArguments")
    void refusesNullArgumentsWhenItIsCalled(String name, ThrowingCallable call) {
        assertThatNullPointerException().as(name).isThrownBy(call);
        assertThat(DATABASE.recorder().names()).isEmpty();
    }

    @Test
    void namesTheOperatorToUseInsteadOfANullOperand() {
        assertThatNullPointerException()
                .isThrownBy(() -> house.name.eq(null))
                .withMessageContaining("House.name.eq")
                .withMessageContaining("isNull()");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QCrate.crate;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Crate;
import dev.ligature.it.model.CrateRepository;
import dev.ligature.it.model.House;
import dev.ligature.path.Condition;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Conditions on values that are compared with nothing, on texts that a pattern cannot hold, and in the server's own terms. */
class UnusualConditionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String NAN = "{$numberDouble: 'NaN'}";

    private final Houses db = new Houses(DATABASE.database());
    private final CrateRepository crates = new CrateRepository(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
        get(Mono.from(DATABASE.database().getCollection("crates").deleteMany(new BsonDocument())));
    }

    private void store(String id, String fields) {
        db.store("crates", "{_id: '" + id + "', " + fields + "}");
    }

    private List<String> matching(Condition<Crate> condition) {
        return list(crates.find(condition).sort(crate.id.asc()).ids());
    }

    /** The embedded server takes a NaN for greater than all numbers, so there it is stored nowhere. */
    @Test
    void rangesHoldNeitherNaNNorNullNorValuesOfOtherTypes() {
        store("absent", "ints: []");
        store("beside", "doubles: [0, 4]");
        store("date", "doubles: [{$date: 0}]");
        store("decimal", "doubles: [{$numberDecimal: '2'}]");
        store("empty", "doubles: []");
        store("low", "doubles: [{$numberDouble: '-Infinity'}]");
        store("mixed", "doubles: [0, 's']");
        store("null", "doubles: [null]");
        store("within", "doubles: [0, 2]");
        List<String> between = new ArrayList<>(List.of("date", "decimal", "mixed"));
        if (!DATABASE.isEmbedded()) {
            store("nan", "doubles: [" + NAN + "]");
            store("nand", "doubles: [5, {$numberDecimal: 'NaN'}]");
            between.addAll(List.of("nan", "nand"));
        }
        between.addAll(List.of("null", "within"));

        assertThat(matching(crate.doubles.any(
                        each -> each.lt(1.0).not().and(each.gt(3.0).not()))))
                .isEqualTo(between);
        assertThat(matching(crate.doubles.all(each -> each.lt(1.0).or(each.gt(3.0)))))
                .containsExactly("absent", "beside", "empty", "low");
        assertThat(matching(crate.doubles.any(
                        each -> each.lte(1.0).not().and(each.gte(3.0).not()).and(each.ne(2.0)))))
                .isEqualTo(between.stream()
                        .filter(each -> !each.equals("within") && !each.equals("decimal"))
                        .toList());
    }

    @Test
    void rangesOfStringsHoldNoOtherValues() {
        store("a", "list: ['a']");
        store("c", "list: ['c']");
        store("e", "list: ['a', 'e']");
        store("null", "list: ['a', null]");
        store("number", "list: ['a', 3]");

        assertThat(matching(crate.list.any(
                        each -> each.lt("b").not().and(each.gt("d").not()))))
                .containsExactly("c", "null", "number");
        assertThat(matching(crate.list.all(each -> each.lt("b").or(each.gt("d")))))
                .containsExactly("a", "e");
    }

    @Test
    void textsWithNulAreMatchedLiterally() {
        store("digits", "optional: 'a\\u000012'");
        store("inside", "optional: 'xa\\u0000b'");
        store("none", "optional: 'ab'");
        store("start", "optional: 'a\\u0000b'");
        store("written", "optional: 'a\\\\x00b'");

        assertThat(matching(crate.optional.startsWith("a\0b"))).containsExactly("start");
        assertThat(matching(crate.optional.contains("a\0b"))).containsExactly("inside", "start");
        assertThat(matching(crate.optional.contains("\0" + "12"))).containsExactly("digits");
        assertThat(matching(crate.optional.matches("^x?a\0b$"))).containsExactly("inside", "start");
        assertThat(matching(crate.optional.matches(Pattern.compile("A\\\0B", Pattern.CASE_INSENSITIVE))))
                .containsExactly("inside", "start");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void rawConditionsOfTheTopLevelGoThroughLinks(int bound) {
        for (int i = 0; i < 4; i++) {
            db.store(
                    "persons",
                    "{_id: {$oid: '66500000000000000000000" + i + "'}, name: '" + (i < 3 ? "Ann" : "Bob") + "'}");
            db.store(
                    "houses",
                    "{_id: {$oid: '66500000000000000000010" + i + "'}, name: 'h" + i
                            + "', rooms: 1, tags: [], door: {$oid: '665000000000000000000099'}, win: [], owners: [{$oid:"
                            + " '66500000000000000000000" + i + "'}]}");
        }
        Bson ann = BsonDocument.parse("{$expr: {$eq: ['$name', 'Ann']}}");
        Bson notFirst = BsonDocument.parse("{$or: [{$expr: {$ne: ['$name', 'h0']}}]}");

        assertThat(list(db.houses
                        .find(house.owners().where(ann))
                        .semiJoinBound(bound)
                        .sort(house.name.asc())
                        .all()
                        .map(House::name)))
                .containsExactly("h0", "h1", "h2");
        assertThat(get(db.houses
                        .find(house.owners().where(ann).not())
                        .semiJoinBound(bound)
                        .count()))
                .isEqualTo(1);
        assertThat(get(db.persons
                        .find(person.houses().where(notFirst))
                        .semiJoinBound(bound)
                        .count()))
                .isEqualTo(3);
    }

    @Test
    void rawConditionsOfTheTopLevelAreSentAsPlanned() {
        db.store("persons", "{_id: {$oid: '665000000000000000000001'}, name: 'Ann'}");
        var find = db.houses
                .find(house.owners().where(BsonDocument.parse("{$expr: {$eq: ['$name', 'Ann']}}")))
                .semiJoinBound(0);
        BsonDocument planned = find.plan().steps().get(0).command();
        DATABASE.recorder().clear();

        list(find.all());

        CommandRecorder.Command sent = DATABASE.recorder().commands().get(0);
        assertThat(DATABASE.recorder().names()).containsExactly("find", "find");
        planned.forEach((name, value) -> assertThat(sent.document()).containsEntry(name, value));
        assertThat(find.plan()).asString().contains("bound 400,000");
    }
}

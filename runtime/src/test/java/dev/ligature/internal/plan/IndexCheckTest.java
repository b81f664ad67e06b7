// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.query.FetchPlan;
import dev.ligature.query.MissingIndex;
import dev.ligature.query.MissingIndex.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which index a command needs. */
class IndexCheckTest {
    private static List<MissingIndex> missing(String command, String... indexes) {
        FetchPlan.Step step = new FetchPlan.Root("houses", BsonDocument.parse(command), "for the test");
        List<Index> found = Stream.concat(
                        Stream.of(Index.ID), Stream.of(indexes).map(keys -> new Index(BsonDocument.parse(keys))))
                .toList();
        return IndexCheck.missing(List.of(step), Map.of("houses", found, "doors", List.of(Index.ID)));
    }

    private static List<MissingIndex> missingForFilter(String filter, String... indexes) {
        return missing("{find: 'houses', filter: " + filter + "}", indexes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}                                                 | {_id: 1}",
                "{_id: 3}                                           | {_id: 1}",
                "{name: 'a', rooms: 2}                              | {rooms: 1}",
                "{name: {$regex: '^a'}}                             | {name: 1}",
                "{rooms: {$gt: 3}}                                  | {rooms: -1, name: 1}",
                "{$and: [{rooms: {$ne: 3}}, {name: {$in: ['a']}}]}  | {name: 1}",
                "{$or: [{name: 'a'}, {_id: 3}]}                     | {name: 1}",
                "{rooms: 2, $or: [{name: 'a'}, {name: 'b'}]}        | {rooms: 1}",
                "{tags: {$elemMatch: {$gt: 'a'}}}                   | {tags: 1}",
                "{parts: {$elemMatch: {size: 3}}}                   | {\"parts.size\": 1}",
                "{door: {$in: '<ids of step 1>'}}                   | {door: 1}",
            })
    void isServedByAnIndexThatStartsWithAFieldOfTheFilter(String filter, String index) {
        assertThat(missingForFilter(filter, index)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{name: 'a'}                          | {rooms: 1, name: 1} | name",
                "{name: {$regex: 'a'}}                | {name: 1}           | ",
                "{name: {$ne: 'a'}}                   | {name: 1}           | ",
                "{$nor: [{name: 'a'}]}                | {name: 1}           | ",
                "{$or: [{name: 'a'}, {rooms: 3}]}     | {name: 1}           | name, rooms",
            })
    void namesTheFieldsOfAConditionWithoutIndex(String filter, String index, String fields) {
        assertThat(missingForFilter(filter, index)).singleElement().satisfies(missing -> {
            assertThat(missing.part()).isEqualTo(Part.CONDITION);
            assertThat(String.join(", ", missing.fields())).isEqualTo(fields == null ? "" : fields);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{name: 1}             | {}                 | {name: 1}",
                "{name: -1}            | {}                 | {name: 1}",
                "{name: 1, rooms: -1}  | {}                 | {name: -1, rooms: 1, year: 1}",
                "{rooms: 1}            | {name: 'a'}        | {name: 1, rooms: 1}",
                "{name: 1, rooms: 1}   | {name: 'a'}        | {rooms: 1}",
                "{rooms: 1}            | {_id: 3}           | {_id: 1}",
            })
    void isSortedByAnIndexForwardsOrBackwards(String sort, String filter, String index) {
        assertThat(missing("{find: 'houses', filter: " + filter + ", sort: " + sort + "}", index, "{name: 1}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{rooms: 1}            | {name: 1, rooms: 1}",
                "{name: 1, rooms: 1}   | {name: 1, rooms: -1}",
                "{name: 1, rooms: 1}   | {name: 1}",
                "{name: 1}             | {name: 'hashed'}",
            })
    void namesTheKeysOfASortWithoutIndex(String sort, String index) {
        assertThat(missing("{find: 'houses', filter: {}, sort: " + sort + "}", index))
                .singleElement()
                .satisfies(missing -> assertThat(missing.fields())
                        .containsExactlyElementsOf(BsonDocument.parse(sort).keySet()));
    }

    @Test
    void namesASortThroughALinkByTheLinkedCollection() {
        assertThat(missing("{aggregate: 'houses', pipeline: [{$lookup: {from: 'doors', localField: 'door',"
                        + " foreignField: '_id', as: '_l0'}}, {$sort: {'_l0.height': 1}}]}"))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.part()).isEqualTo(Part.SORT);
                    assertThat(missing.fields()).containsExactly("doors.height");
                    assertThat(missing).asString().contains("joined and sorted before the page is cut");
                });
    }

    @Test
    void namesAJoinByAFieldWithoutIndex() {
        assertThat(missing("{aggregate: 'houses', pipeline: [{$match: {_id: 1}}, {$lookup: {from: 'doors',"
                        + " localField: '_id', foreignField: 'house', as: '_l0'}}]}"))
                .containsExactly(new MissingIndex(
                        Part.JOIN,
                        "doors",
                        List.of("house"),
                        "no index starts with it, so all documents are read for each one that is joined. createIndexes()"
                                + " makes it for links that a back link mirrors."));
    }
}

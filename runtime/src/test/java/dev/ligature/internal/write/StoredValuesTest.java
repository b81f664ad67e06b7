// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class StoredValuesTest {
    private static List<BsonValue> values(String json) {
        return BsonArray.parse(json);
    }

    @Test
    void areKeptOnceEach() {
        assertThat(StoredValues.of(values("[1, 'a', 1, {$ref: 'x', $id: 1}, {$ref: 'x', $id: 1}]"))
                        .list())
                .containsExactlyElementsOf(values("[1, 'a', {$ref: 'x', $id: 1}]"));
    }

    @Test
    void areTwoToAServerWhereFieldsStandInAnotherOrder() {
        assertThat(StoredValues.of(values("[{$ref: 'x', $id: 1}, {$id: 1, $ref: 'x'}]"))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void areNamedInOneCondition() {
        assertThat(StoredValues.of(values("[1, {a: 2}, {$ref: 'x', $id: 3}]")).conditions())
                .containsExactly(BsonDocument.parse("{$in: [1, {a: 2}, {$ref: 'x', $id: 3}]}"));
    }

    @Test
    void areComparedOneByOneWhereAListWouldTakeThemForSomethingElse() {
        assertThat(StoredValues.of(values("[1, {$ref: 'x'}, {$db: 'd', $id: 3, $ref: 'x'}]"))
                        .conditions())
                .containsExactlyInAnyOrder(
                        BsonDocument.parse("{$in: [1]}"),
                        BsonDocument.parse("{$eq: {$ref: 'x'}}"),
                        BsonDocument.parse("{$eq: {$db: 'd', $id: 3, $ref: 'x'}}"));
    }

    @Test
    void areSpreadOverConditionsWhenTheyAreVeryMany() {
        StoredValues values = new StoredValues();
        IntStream.range(0, 60_000).mapToObj(BsonInt32::new).forEach(values::add);

        assertThat(values.conditions())
                .extracting(each -> each.getArray("$in").size())
                .containsExactly(25_000, 25_000, 10_000);
    }

    @Test
    void areGoneWhenTheyAreCleared() {
        StoredValues values = StoredValues.of(values("[1]"));
        assertThat(values.isEmpty()).isFalse();

        values.clear();

        assertThat(values.isEmpty()).isTrue();
        assertThat(values.conditions()).isEmpty();
    }
}

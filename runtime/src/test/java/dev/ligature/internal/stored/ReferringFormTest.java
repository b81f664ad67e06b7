// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** Which stored links refer. */
class ReferringFormTest {
    private static final DocumentType<Object> TYPE = DocumentType.builder(Object.class, "houses")
            .id("id", String.class, ValueCodecs.STRING, house -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("links need no codec of the document");
            })
            .link("bare", "bare", LinkShape.LIST, LinkStorage.ID, () -> ReferringFormTest.TYPE)
            .link("ref", "ref", LinkShape.LIST, LinkStorage.DBREF, () -> ReferringFormTest.TYPE)
            .build();

    private static List<BsonValue> ids(String link, String stored) {
        List<BsonValue> ids = new ArrayList<>();
        StoredForm.forEachDeclared(
                TYPE.link(link), BsonDocument.parse("{v: " + stored + "}").get("v"), ids::add);
        return ids;
    }

    private static List<BsonValue> values(String json) {
        return BsonDocument.parse("{v: " + json + "}").getArray("v").getValues();
    }

    @Test
    void takesBareIdsOfALinkThatDeclaresThem() {
        assertThat(ids("bare", "'a'")).isEqualTo(values("['a']"));
        assertThat(ids("bare", "{shelf: 'a', row: 1}")).isEqualTo(values("[{shelf: 'a', row: 1}]"));
        assertThat(ids("bare", "['a', null, {$ref: 'houses', $id: 'b'}, {$ref: 'houses'}, 'c', 'a', {}]"))
                .isEqualTo(values("['a', 'c', 'a', {}]"));
        assertThat(ids("bare", "null")).isEmpty();
        assertThat(ids("bare", "{$ref: 'houses', $id: 'b'}")).isEmpty();
    }

    @Test
    void takesDbRefsOfALinkThatDeclaresThem() {
        assertThat(ids("ref", "{$ref: 'houses', $id: 'a'}")).isEqualTo(values("['a']"));
        assertThat(ids(
                        "ref",
                        "['b', null, {$id: 'a', $ref: 'houses'}, {$ref: 'houses', $id: 'c', $db: 'x'}, {$ref: 'houses'},"
                                + " {$ref: 'houses', $id: null}, {shelf: 'a'}]"))
                .isEqualTo(values("['a', 'c']"));
        assertThat(ids("ref", "'b'")).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Order;
import dev.ligature.jackson.model.Order.Line;
import dev.ligature.jackson.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** References within embedded values: single ones, in lists and in maps, of records and of classes. */
class EmbeddedReferenceTest {
    private static final ObjectId ONE = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1");
    private static final ObjectId TWO = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d2");
    private static final UUID UUID_ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private static Order order(Ref<Door> door) {
        Order.Note note = new Order.Note();
        note.text = "careful";
        note.about = door;
        return new Order(
                ONE,
                Optional.of(new Line(1, door, Optional.empty())),
                List.of(new Line(2, States.missing(TWO), Optional.of(List.of(Ref.of(Window.of(UUID_ONE, 3)))))),
                Map.of("gift", new Line(3, door, Optional.empty())),
                note);
    }

    @Test
    void areWrittenAsIds() throws Exception {
        assertWritten(Mappers.of(RefFormat.ID), order(Ref.of(Door.of(TWO))), """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1',
                 'first': {'quantity': 1, 'door': '65f0a1b2c3d4e5f6a7b8c9d2', 'windows': null},
                 'lines': [{'quantity': 2, 'door': '65f0a1b2c3d4e5f6a7b8c9d2',
                            'windows': ['00000000-0000-0000-0000-000000000001']}],
                 'extras': {'gift': {'quantity': 3, 'door': '65f0a1b2c3d4e5f6a7b8c9d2', 'windows': null}},
                 'note': {'text': 'careful', 'about': '65f0a1b2c3d4e5f6a7b8c9d2'}}
                """);
    }

    @Test
    void areWrittenAsDocumentsAndInTheirStates() throws Exception {
        assertWritten(Mappers.of(RefFormat.STATE), order(Ref.of(Door.of(TWO))), """
                {'id': '65f0a1b2c3d4e5f6a7b8c9d1',
                 'first': {'quantity': 1, 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2}, 'windows': null},
                 'lines': [{'quantity': 2, 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'missing': true},
                            'windows': [{'id': '00000000-0000-0000-0000-000000000001', 'width': 3}]}],
                 'extras': {'gift': {'quantity': 3, 'door': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2},
                                     'windows': null}},
                 'note': {'text': 'careful', 'about': {'id': '65f0a1b2c3d4e5f6a7b8c9d2', 'height': 2}}}
                """);
    }

    @ParameterizedTest
    @EnumSource(RefFormat.class)
    void comeBackAsTheyWere(RefFormat format) throws Exception {
        JsonMapper mapper = Mappers.of(format);
        Order order = order(Ref.of(Door.of(TWO)));

        Order read = mapper.readValue(mapper.writeValueAsString(order), Order.class);

        assertThat(stored(read)).isEqualTo(stored(order));
        Line gift = read.extras().get("gift");
        assertThat(gift.door().isFetched()).isEqualTo(format != RefFormat.ID);
        assertThat(read.note().about.isFetched()).isEqualTo(format != RefFormat.ID);
    }

    @Test
    void areWrittenAsDocumentsOnlyToTheDepth() throws Exception {
        Door door = Door.of(TWO, States.fetchedBack(House.of(ONE, "Oak", Ref.to(TWO))));
        JsonMapper mapper =
                Mappers.with(new LigatureModule().withRefs(RefFormat.DOCUMENT).withDepth(1));

        String json = mapper.writeValueAsString(order(Ref.of(door)));

        assertThat(json)
                .contains("\"height\":2")
                .contains("\"house\":\"" + ONE + "\"")
                .doesNotContain("Oak");
    }

    private static BsonDocument stored(Order order) {
        DocumentCodec<Order> codec = DocumentType.of(order).newCodec(MongoClientSettings.getDefaultCodecRegistry());
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                order,
                EncoderContext.builder().build());
        return document;
    }
}

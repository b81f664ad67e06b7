// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.assertWritten;
import static dev.ligature.jackson.Mappers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.Shed;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Jackson's type ids: documents may have them, and references do not need them. */
class TypeInfoTest {
    private static final ObjectId ONE = new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1");

    private final JsonMapper mapper = Mappers.of(RefFormat.DOCUMENT);

    private record Plot(List<Ref<Shed>> sheds) {}

    @Test
    void aDocumentWithinADocumentHasItsType() throws Exception {
        assertWritten(mapper, new Plot(List.of(Ref.of(new Shed(ONE, 4)), Ref.to(ONE))), """
                {'sheds': [{'kind': 'shed', 'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'size': 4}, '65f0a1b2c3d4e5f6a7b8c9d1']}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind': 'shed', 'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'size': 4}",
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'kind': 'shed', 'size': 4}",
                "{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'size': 4, 'kind': 'shed'}",
            })
    void aDocumentIsReadByItsType(String json) throws Exception {
        Plot plot = read(mapper, Plot.class, "{'sheds': [" + json + ", '65f0a1b2c3d4e5f6a7b8c9d1']}");

        assertThat(plot.sheds.get(0).get()).isEqualTo(new Shed(ONE, 4));
        assertThat(plot.sheds.get(1).isFetched()).isFalse();
    }

    private record Doorway(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Ref<Door> door) {}

    @Test
    void aReferenceHasNone() throws Exception {
        String json = "{'door': '65f0a1b2c3d4e5f6a7b8c9d1'}";

        assertWritten(mapper, new Doorway(Ref.to(ONE)), json);
        assertThat(read(mapper, Doorway.class, json).door.id()).isEqualTo(ONE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A mapper for each format, and JSON compared by what it means. */
final class Mappers {
    private static final Map<RefFormat, JsonMapper> BY_FORMAT = Map.of(
            RefFormat.ID, with(new LigatureModule()),
            RefFormat.DOCUMENT, with(new LigatureModule().withRefs(RefFormat.DOCUMENT)),
            RefFormat.STATE, with(new LigatureModule().withRefs(RefFormat.STATE)));

    private Mappers() {}

    static JsonMapper with(LigatureModule module) {
        return JsonMapper.builder().addModule(module).build();
    }

    static JsonMapper of(RefFormat format) {
        return BY_FORMAT.get(format);
    }

    /** @param expected with single quotes */
    static void assertWritten(JsonMapper mapper, Object value, String expected) throws Exception {
        String written = mapper.writeValueAsString(value);

        assertThat(mapper.readTree(written)).as(written).isEqualTo(mapper.readTree(expected.replace('\'', '"')));
    }

    /** @param json with single quotes */
    static <T> T read(JsonMapper mapper, Class<T> type, String json) throws Exception {
        return mapper.readValue(json.replace('\'', '"'), type);
    }
}

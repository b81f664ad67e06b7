// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static dev.ligature.jackson.Mappers.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ligature.jackson.model.Door;
import dev.ligature.link.Ref;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How a mapper gets the module. */
class LigatureModuleTest {
    private static final List<Ref<Door>> REFS = List.of(Ref.of(Door.of(new ObjectId("65f0a1b2c3d4e5f6a7b8c9d1"))));

    @Test
    void isFoundByTheMapper() throws Exception {
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

        assertWritten(mapper, REFS, "['65f0a1b2c3d4e5f6a7b8c9d1']");
    }

    @Test
    void theModuleThatWasGivenLastCounts() throws Exception {
        JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .addModule(new LigatureModule().withRefs(RefFormat.DOCUMENT))
                .build();

        assertWritten(mapper, REFS, "[{'id': '65f0a1b2c3d4e5f6a7b8c9d1', 'height': 2}]");
    }

    @Test
    void anotherFormatIsAnotherModule() throws Exception {
        LigatureModule module = new LigatureModule();

        module.withRefs(RefFormat.DOCUMENT);

        assertWritten(Mappers.with(module), REFS, "['65f0a1b2c3d4e5f6a7b8c9d1']");
    }

    @Test
    void refusesWhatItCannotUse() {
        LigatureModule module = new LigatureModule();

        assertThatNullPointerException().isThrownBy(() -> module.withRefs(null)).withMessage("format");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> module.withDepth(-1))
                .withMessage("levels: -1 is negative");
    }

    @Test
    void hasANameAndAVersionForJackson() {
        assertThat(new LigatureModule().getModuleName()).isEqualTo("ligature");
        assertThat(new LigatureModule().version()).isNotNull();
    }
}

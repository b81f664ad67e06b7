// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.estate.Door;
import com.example.estate.House;
import dev.ligature.jackson.LigatureModule;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boot's mapper knows links. */
class LigatureJacksonAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(LigatureJacksonAutoConfiguration.class, JacksonAutoConfiguration.class));

    private final Door door = new Door(new ObjectId(), 2);
    private final House house = new House(new ObjectId(), "Oak", Optional.of(Ref.of(door)), List.of(), 1);

    private JsonNode written(JsonMapper mapper) {
        return mapper.readTree(mapper.writeValueAsString(house));
    }

    @Test
    void writesReferencesAsIds() {
        application.run(context -> {
            JsonNode json = written(context.getBean(JsonMapper.class));

            assertThat(json.get("id").asString()).isEqualTo(house.id().toHexString());
            assertThat(json.get("door").asString()).isEqualTo(door.id().toHexString());
        });
    }

    @Test
    void writesReferencesAsThePropertySays() {
        application.withPropertyValues("ligature.json.refs=document").run(context -> assertThat(
                        written(context.getBean(JsonMapper.class))
                                .get("door")
                                .get("height")
                                .asInt())
                .isEqualTo(2));
    }

    @Test
    void nestsAsDeepAsThePropertySays() {
        application
                .withPropertyValues("ligature.json.refs=document", "ligature.json.depth=0")
                .run(context -> assertThat(written(context.getBean(JsonMapper.class))
                                .get("door")
                                .isString())
                        .isTrue());
    }

    @Test
    void leavesTheModuleToTheApplication() {
        LigatureModule own = new LigatureModule();
        application.withBean(LigatureModule.class, () -> own).run(context -> assertThat(
                        context.getBean(LigatureModule.class))
                .isSameAs(own));
    }

    @Test
    void doesNothingWithoutTheModule() {
        application
                .withClassLoader(new FilteredClassLoader("dev.ligature.jackson"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(JsonMapper.class));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors show of the properties. */
class ConfigurationMetadataTest {
    private static List<JsonNode> properties() throws IOException {
        for (var url : Collections.list(ConfigurationMetadataTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = url.openStream()) {
                List<JsonNode> found = StreamSupport.stream(
                                JsonMapper.shared()
                                        .readTree(in)
                                        .get("properties")
                                        .spliterator(),
                                false)
                        .filter(property -> property.get("name").asString().startsWith("ligature."))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        throw new AssertionError("no metadata of ligature.*");
    }

    @Test
    void describesEachProperty() throws IOException {
        assertThat(properties())
                .extracting(property -> property.get("name").asString())
                .containsExactlyInAnyOrder(
                        "ligature.command-tags",
                        "ligature.create-indexes",
                        "ligature.index-timeout",
                        "ligature.json.depth",
                        "ligature.json.refs",
                        "ligature.test.database",
                        "ligature.validate");
        assertThat(properties())
                .allSatisfy(property ->
                        assertThat(property.get("description").asString()).isNotBlank());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.IndexType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.ValueCodecs;
import org.junit.jupiter.api.Test;

/** The index behind a back link. */
class IndexCreatorTest {
    private static final DocumentType<Object> TYPE = DocumentType.builder(Object.class, "houses")
            .id("id", String.class, ValueCodecs.STRING, house -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("indexes need no codec of the document");
            })
            .link("door", "d", LinkShape.ONE, LinkStorage.ID, () -> IndexCreatorTest.TYPE)
            .link("yard", "y", LinkShape.ONE, LinkStorage.ID, () -> IndexCreatorTest.TYPE)
            .link("cellar", "cellar", LinkShape.ONE, LinkStorage.DBREF, () -> IndexCreatorTest.TYPE)
            .index(IndexType.of("door"))
            .index(IndexType.of("yard").onlyUnique())
            .build();

    private static String keys(String link) {
        return IndexCreator.mirroredKeys(TYPE.link(link)).toJson().replace("\"", "");
    }

    @Test
    void isTheOneThatTheOwnerDeclares() {
        assertThat(keys("door")).isEqualTo("{d: 1, _id: 1}");
        assertThat(keys("yard")).isEqualTo("{y: 1}");
        assertThat(keys("cellar")).isEqualTo("{cellar.$id: 1}");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidLinkException;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class EncodeIdsTest {
    private static <I> DocumentType<Object> type(Class<I> id, ValueCodec<I> codec) {
        return DocumentType.builder(Object.class, "houses")
                .id("id", id, codec, house -> null)
                .codec(registry -> {
                    throw new UnsupportedOperationException("ids need no codec of the document");
                })
                .build();
    }

    private static final DocumentType<Object> BY_OBJECT_ID = type(ObjectId.class, ValueCodecs.OBJECT_ID);
    private static final DocumentType<Object> BY_NAME = type(String.class, ValueCodecs.STRING);

    @Test
    void putsObjectIdsInTheOrderOfTheIndex() {
        ObjectId first = new ObjectId("000000000000000000000001");
        ObjectId second = new ObjectId("7f0000000000000000000000");
        ObjectId third = new ObjectId("ff0000000000000000000000"); // bytes are compared without their sign

        assertThat(DocumentCodec.encodeIds(BY_OBJECT_ID, List.of(third, first, second), "House.id"))
                .containsExactly(new BsonObjectId(first), new BsonObjectId(second), new BsonObjectId(third));
    }

    @Test
    void keepsOtherIdsAsTheyCome() {
        assertThat(DocumentCodec.encodeIds(BY_NAME, List.of("b", "a"), "House.id"))
                .isEqualTo(BsonArray.parse("['b', 'a']"));
    }

    @Test
    void refusesAnIdOfAnotherClass() {
        assertThatThrownBy(() -> DocumentCodec.encodeIds(BY_OBJECT_ID, List.of("a"), "House.id"))
                .isInstanceOf(InvalidLinkException.class)
                .hasMessageContaining("House.id");
    }
}

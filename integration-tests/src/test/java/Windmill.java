// SPDX-License-Identifier: Apache-2.0
import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A document of the unnamed package. */
@Document
record Windmill(
        @Nullable ObjectId id,
        Sail sail,
        Map<Cloth, Integer> cloths,
        @Link Optional<Ref<Windmill>> next,
        @BackLink(originalField = "next") List<BackRef<Windmill>> previous) {
    record Sail(int length) {}

    enum Cloth {
        @BsonProperty("l")
        LINEN,
        WOOL
    }
}

package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import org.bson.types.ObjectId;

class LombokAfterLigature {
    @Document
    @Value
    static class Door { // [LombokAfterLigature]
        ObjectId id;
        String name;
    }

    @Document
    @Data
    static class House {
        private ObjectId id;
        private @Link Ref<Door> door;
    }

    @Document
    record WithPart(ObjectId id, Part part) {}

    @Getter
    @RequiredArgsConstructor
    static class Part {
        private final int size;
    }

    @Document
    record LinksThere(ObjectId id, @Link Ref<House> house) {}

    @Projection(WithPart.class)
    record Card(@Path("part.size") int size) {}
}

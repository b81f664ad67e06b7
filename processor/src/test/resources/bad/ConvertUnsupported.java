package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class ConvertUnsupported {
    @Convert(Hex.class) // [ConvertUnsupported]
    String id;

    @Version
    @Convert(Counter.class) // [ConvertUnsupported]
    long version;

    @Link
    @Convert(Hex.class) // [ConvertUnsupported]
    Ref<ConvertUnsupported> next;

    @BackLink(originalField = "next")
    @Convert(Hex.class) // [ConvertUnsupported]
    List<BackRef<ConvertUnsupported>> previous;

    @Convert(Hex.class)
    String name;

    static class Hex implements Converter<String, ObjectId> {
        @Override
        public ObjectId toStored(String value) {
            return new ObjectId(value);
        }

        @Override
        public String fromStored(ObjectId stored) {
            return stored.toHexString();
        }
    }

    static class Counter implements Converter<Long, String> {
        @Override
        public String toStored(Long value) {
            return value.toString();
        }

        @Override
        public Long fromStored(String stored) {
            return Long.valueOf(stored);
        }
    }

    @Document
    record Sound(ObjectId id, @Link Ref<Sound> next, ObjectId former) {}

    @Projection(Sound.class)
    record Card(
            @Convert(Hex.class) String id, // [ConvertUnsupported]
            @Convert(Hex.class) Ref<Sound> next, // [ConvertUnsupported]
            @Path("next.id") @Convert(Hex.class) String nextId, // [ConvertUnsupported]
            @Convert(Hex.class) String former) {}
}

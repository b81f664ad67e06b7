package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class CreatorParameterUnknown {
    @Document
    static class House {
        final ObjectId id;
        final String name;

        @BsonProperty("h")
        final int height;

        @BsonCreator
        House(
                @BsonId ObjectId id,
                String nam, // [CreatorParameterUnknown]
                @BsonProperty("height") int height) { // [CreatorParameterUnknown]
            this.id = id;
            this.name = nam;
            this.height = height;
        }
    }

    @Document
    record Door(ObjectId id, String name) {
        @BsonCreator
        static Door of(
                @BsonProperty("id") ObjectId id,
                @BsonProperty("titel") String titel) { // [CreatorParameterUnknown]
            return new Door(id, titel);
        }
    }
}

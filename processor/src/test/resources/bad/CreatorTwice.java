package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class CreatorTwice {
    final ObjectId id;
    final String name;
    Part part;
    Length length;

    @BsonCreator
    CreatorTwice(ObjectId id, String name) {
        this.id = id;
        this.name = name;
    }

    @BsonCreator // [CreatorTwice]
    static CreatorTwice of(ObjectId id, String name) {
        return new CreatorTwice(id, name);
    }

    static class Part {
        final int a;

        @BsonCreator
        Part(int a) {
            this.a = a;
        }

        @BsonCreator // [CreatorTwice]
        static Part of(int a) {
            return new Part(a);
        }
    }

    record Length(int metres) {
        @BsonCreator
        Length {}

        @BsonCreator // [CreatorTwice]
        static Length of(int metres) {
            return new Length(metres);
        }
    }
}

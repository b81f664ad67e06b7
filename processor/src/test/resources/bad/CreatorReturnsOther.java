package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
final class CreatorReturnsOther {
    final String id;

    private CreatorReturnsOther(String id) {
        this.id = id;
    }

    @BsonCreator
    static String make(@BsonProperty("id") String id) { // [CreatorReturnsOther]
        return id;
    }

    /** One that returns what makes a document. */
    @Document
    static class Sized {
        final String id;

        Sized(String id) {
            this.id = id;
        }

        @BsonCreator
        static Large make(@BsonProperty("id") String id) {
            return new Large(id);
        }
    }

    static final class Large extends Sized {
        Large(String id) {
            super(id);
        }
    }
}

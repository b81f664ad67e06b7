package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class NoFittingConstructor {
    @Document
    static class OtherNames { // [NoFittingConstructor]
        final ObjectId id;

        OtherNames(ObjectId identifier) {
            id = identifier;
        }
    }

    @Document
    static class Hidden { // [NoFittingConstructor]
        ObjectId id;

        private Hidden() {}
    }

    @Document
    static class Chosen { // [NoFittingConstructor]
        ObjectId id;

        Chosen() {}

        @BsonCreator
        Chosen(String what) {}
    }
}

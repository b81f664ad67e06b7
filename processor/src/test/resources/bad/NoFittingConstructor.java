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
        private Chosen(ObjectId id) {
            this.id = id;
        }
    }

    @Document
    static class ChosenWithTheWrongType { // [NoFittingConstructor]
        final ObjectId id;

        @BsonCreator
        ChosenWithTheWrongType(Object id) {
            this.id = (ObjectId) id;
        }
    }

    @Document
    static class Incomplete { // [NoFittingConstructor]
        final ObjectId id;
        final String name = "";
        final String title = "";

        Incomplete(ObjectId id) {
            this.id = id;
        }
    }

    @Document
    static class Several { // [NoFittingConstructor]
        final ObjectId id;

        Several(int id) {
            this.id = null;
        }

        Several(ObjectId id) throws java.io.IOException {
            this.id = id;
        }
    }
}

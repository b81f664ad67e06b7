package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record DiscriminatorKeysDiffer(ObjectId id, Shape shape) {
    sealed interface Shape permits Circle, Square {}

    @BsonDiscriminator(key = "kind")
    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {} // [DiscriminatorKeysDiffer]
}

package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class ValueNotAccessible {
    ObjectId id;
    Hidden hidden; // [ValueNotAccessible]
    List<Hidden> hiddenOnes; // [ValueNotAccessible]

    Shape shape;

    private record Hidden(String name) {}

    sealed interface Shape {}

    private record Circle(int radius) implements Shape {} // [ValueNotAccessible]
}

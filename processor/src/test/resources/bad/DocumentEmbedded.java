package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class DocumentEmbedded {
    @Document
    record House(
            ObjectId id,
            Door door, // [DocumentEmbedded]
            Optional<Door> maybe, // [DocumentEmbedded]
            List<Door> doors, // [DocumentEmbedded]
            Set<List<Door>> rows, // [DocumentEmbedded]
            Door[] array, // [DocumentEmbedded]
            Map<String, Door> byName, // [DocumentEmbedded]
            Room room,
            Pair<String, Door> pair,
            Shape shape) {}

    record Room(
            Inner inner) {}

    record Inner(
            Optional<List<Door>> doors) {} // [DocumentEmbedded]

    record Pair<A, B>(
            A first,
            B second) {} // [DocumentEmbedded]

    sealed interface Shape permits Circle {}

    @Document
    record Circle(ObjectId id) implements Shape {} // [DocumentEmbedded]

    @Document
    record Door(ObjectId id) {}
}

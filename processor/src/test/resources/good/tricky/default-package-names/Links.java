import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;

@Document
record Links(ObjectId id, Room room, List<Room> others, @Link Optional<Ref<Links>> next, @Link List<Ref<Links>> all) {
    record Room(int size) {}
}

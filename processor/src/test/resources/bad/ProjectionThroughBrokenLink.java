package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

/** What is wrong with a document is said of the document alone. */
@Document
record ProjectionThroughBrokenLink(ObjectId id, @BackLink(originalField = "place") List<BackRef<Guest>> guests) {
    @Document
    record Guest(
            ObjectId id,
            String name,
            @Link @BsonIgnore Ref<ProjectionThroughBrokenLink> place) {} // [LinkIgnored]

    @Projection(ProjectionThroughBrokenLink.class)
    record Names(@Path("guests.name") List<String> names) {}

    @Projection(Guest.class)
    record GuestName(String name, @Path("place.id") ObjectId place) {}
}

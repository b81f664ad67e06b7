package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Projection(ProjectionMayBeAbsent.House.class)
record ProjectionMayBeAbsent(
        String nick, // [ProjectionMayBeAbsent]
        int yardSize, // [ProjectionMayBeAbsent]
        @Path("address.city") String city, // [ProjectionMayBeAbsent]
        Ref<ProjectionMayBeAbsent.Yard> yard, // [ProjectionMayBeAbsent]
        @Path("yard.size") @Nullable Integer fits,
        @Path("address.city") Optional<String> fitsToo) {
    @Document
    record House(ObjectId id, Optional<String> nick, @Nullable Address address, @Link Optional<Ref<Yard>> yard) {}

    record Address(String city) {}

    @Document
    record Yard(ObjectId id, int size) {}
}

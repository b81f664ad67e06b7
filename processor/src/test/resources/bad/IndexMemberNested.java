package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
@CompoundIndex({
    "name",
    "address.city", // [IndexMemberNested]
    "-next.name" // [IndexMemberNested]
})
record IndexMemberNested(ObjectId id, String name, Address address, @Link Ref<IndexMemberNested> next) {
    record Address(String city) {}
}

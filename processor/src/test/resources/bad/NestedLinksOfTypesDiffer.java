package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class NestedLinksOfTypesDiffer {
    @Document
    sealed interface Shipment permits Pallet, Parcel {}

    record Parcel(ObjectId id, List<Item> items) implements Shipment {} // [StoredLinksOfTypesDiffer]

    record Pallet(ObjectId id, List<Bulk> items) implements Shipment {}

    record Item(@Link Ref<Good> content) {}

    record Bulk(@Link Ref<Liquid> content) {}

    @Document
    record Good(ObjectId id) {}

    @Document
    record Liquid(ObjectId id) {}
}

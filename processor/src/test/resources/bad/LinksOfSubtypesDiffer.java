package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinksOfSubtypesDiffer(ObjectId id, List<Payment> payments) {
    sealed interface Payment {}

    record Card(@Link Ref<Bank> at) implements Payment {}

    record Gift(
            @Link Ref<LinksOfSubtypesDiffer> at) implements Payment {} // [LinksOfSubtypesDiffer]

    @Document
    record Bank(ObjectId id) {}
}

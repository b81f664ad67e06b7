package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
record LinkShapeUnsupported(
        ObjectId id,
        @Link Set<Ref<LinkShapeUnsupported>> set, // [LinkShapeUnsupported]
        @Link Collection<Ref<LinkShapeUnsupported>> collection, // [LinkShapeUnsupported]
        @Link Map<String, Ref<LinkShapeUnsupported>> map, // [LinkShapeUnsupported]
        @Link Ref<LinkShapeUnsupported>[] array, // [LinkShapeUnsupported]
        @Link List<List<Ref<LinkShapeUnsupported>>> nested, // [LinkShapeUnsupported]
        @Link Optional<Optional<Ref<LinkShapeUnsupported>>> twice, // [LinkShapeUnsupported]
        @Link List<Optional<Ref<LinkShapeUnsupported>>> holes, // [LinkShapeUnsupported]
        @BackLink(originalField = "next") BackRef<List<LinkShapeUnsupported>> all, // [LinkShapeUnsupported]
        @BackLink(originalField = "next") Optional<Set<BackRef<LinkShapeUnsupported>>> some, // [LinkShapeUnsupported]
        @Link Ref<Optional<LinkShapeUnsupported>> maybe, // [LinkShapeUnsupported]
        Set<Ref<LinkShapeUnsupported>> plain) {} // [LinkShapeUnsupported]

package generated;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Projection;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;

/** Documents and members named as generated code names things itself, or has to name them. */
class GeneratedNames {
    @Document
    record Links(
            ObjectId id,
            String Links,
            java.util.Optional<String> Optional,
            int Reads,
            java.util.List<Integer> List,
            String java,
            int org,
            int dev,
            int com,
            int String,
            java.time.Instant Object,
            int Override,
            java.util.Map<String, Integer> Map,
            int[] ints,
            Part BsonType,
            int ValueCodecs,
            int Location,
            int reactor,
            java.util.List<Part> StringPath,
            @Link Ref<Links> Ref,
            @Link java.util.List<Ref<Links>> FieldNames,
            @BackLink(originalField = "Ref") java.util.List<BackRef<Links>> RuntimeException) {}

    static class Part {
        String java = "";
        int org;
        java.util.Optional<String> Optional;
        java.util.List<Integer> List;
        float[] Links;
    }

    @Document
    static class Fields {
        ObjectId id;
        String Links = "";
        java.util.Optional<String> Optional;
        int Reads;
        java.util.List<Integer> List;
        String java;
        int org;
        int dev;
        Part BsonType;
        char[] String;

        @Link
        java.util.Optional<java.util.List<Ref<Links>>> LinkType;

        @Link
        Ref<Fields> Ref;

        @BackLink(originalField = "Ref")
        java.util.Optional<BackRef<Fields>> DocumentType;
    }

    @Projection(Links.class)
    record Shown(
            int org, String java, java.util.Optional<String> Optional, java.util.List<Integer> List, String Links) {}

    @Document
    record Yielding(ObjectId id, int yield, @Link java.util.List<Ref<Yielding>> record) {}

    @Document
    record Linking(
            ObjectId id,
            @Link java.util.List<Ref<Linking>> yield,
            @Link Ref<Linking> QGeneratedNames_Linking,
            @Link Ref<Linking> GeneratedNames_LinkingCodec) {}

    @Projection(Yielding.class)
    record Yields(
            @dev.ligature.annotation.Path("record.yield") java.util.List<Integer> yield,
            @dev.ligature.annotation.Path("yield") int when,
            java.util.List<Ref<Yielding>> record) {}
}

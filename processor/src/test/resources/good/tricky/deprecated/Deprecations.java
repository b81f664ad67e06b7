package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;

/** Each document reaches something deprecated by another way. */
public final class Deprecations {
    private Deprecations() {}

    @Document
    public record OfIgnoredComponent(ObjectId id, @BsonIgnore String cache) {
        @Deprecated
        public String cache() {
            return cache;
        }
    }

    @Document
    public record OfSubtypesMember(ObjectId id, Shape shape) {}

    public sealed interface Shape {}

    public static final class Circle implements Shape {
        double radius;

        @Deprecated
        int colour;
    }

    public record Square(double side) implements Shape {}

    @Document
    public record OfSubtype(ObjectId id, Map<String, List<Mark>> marks) {}

    public sealed interface Mark {}

    @Deprecated(forRemoval = true)
    public record Dot() implements Mark {}

    public sealed interface Long extends Mark {}

    public record Line(double length) implements Long {}

    @Document
    public record BelowSubtype(ObjectId id, Group group) {}

    public sealed interface Group {}

    public record One(List<Part> parts) implements Group {}

    public static class Part {
        public String name = "";

        @Deprecated
        public String label = "";
    }

    @Document
    public record OfConstructor(ObjectId id, Made made) {}

    public static final class Made {
        public final String name;

        @Deprecated
        public Made(String name) {
            this.name = name;
        }
    }

    @Document
    public record OfFactory(ObjectId id, Produced produced) {}

    public static final class Produced {
        public final String name;

        private Produced(String name) {
            this.name = name;
        }

        @Deprecated
        @BsonCreator
        public static Produced of(@BsonProperty("name") String name) {
            return new Produced(name);
        }
    }

    @Document
    @SuppressWarnings("deprecation")
    public record WithinDeprecated(ObjectId id, Old.Inner inner, Old.Kind kind) {}

    @Document
    public record LinksToDeprecated(ObjectId id, @Link Ref<Former> former) {}

    @Deprecated
    @Document
    public record Former(ObjectId id) {}

    @Deprecated
    @Document
    public static class Outdated {
        public ObjectId id;
        public Part part;

        public static class Part {
            public String name = "";
        }
    }
}

package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Projection;
import java.util.List;
import org.bson.types.ObjectId;

/** Nothing here is in the order of the alphabet. */
@Document
public record MemberOrder(Key id, String zulu, Values alpha, List<Shape> shapes) {
    public record Key(String zulu, int mike, String alpha) {}

    public static class Values extends Base {
        String zulu;
        String alpha;
        private int mike;

        public Values(String alpha, int mike) {
            this.zulu = "";
            this.alpha = alpha;
            this.mike = mike;
        }

        public int mike() {
            return mike;
        }
    }

    public static class Base {
        int yankee;
        ObjectId bravo;
    }

    public sealed interface Shape permits Square, Circle, Line {}

    public record Circle(double zulu, double alpha) implements Shape {}

    public record Line(int yankee, int bravo) implements Shape {}

    public record Square(int mike) implements Shape {}

    public sealed interface Mark {}

    public record Zigzag(int size) implements Mark {}

    public record Arrow(int size) implements Mark {}

    @Projection(MemberOrder.class)
    public record Card(String zulu, Key id, Values alpha) {}

    @Document
    public record Marks(String id, List<Mark> marks) {}
}

package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document
public record Values(
        Key id,
        String string,
        int i,
        long l,
        double d,
        float f,
        short s,
        byte b,
        char c,
        boolean z,
        Integer boxedInt,
        Long boxedLong,
        Double boxedDouble,
        Float boxedFloat,
        Short boxedShort,
        Byte boxedByte,
        Character boxedChar,
        Boolean boxedBoolean,
        Colour colour,
        ObjectId objectId,
        UUID uuid,
        BigDecimal decimal,
        @Indexed(expireAfterSeconds = 60) Instant instant,
        LocalDate date,
        LocalDateTime dateTime,
        OffsetDateTime offsetDateTime,
        Duration duration,
        byte[] bytes,
        Optional<String> optional,
        Optional<Integer> optionalInt,
        Optional<List<Colour>> optionalList,
        @Nullable String nullable,
        @Nullable Long nullableLong,
        List<String> strings,
        Set<Colour> colours,
        Collection<UUID> uuids,
        Map<String, Integer> map,
        Map<String, List<Address>> deep,
        String[] array,
        int[] ints,
        long[] longs,
        double[] doubles,
        float[] floats,
        short[] shorts,
        boolean[] booleans,
        char[] chars,
        Address[] addresses,
        List<List<Integer>> matrix,
        List<int[]> rows,
        int[][] grid,
        List<Collection<String>> collections,
        Address home,
        Optional<Address> work,
        Map<String, Address> others,
        Node node,
        Shape shape,
        List<Shape> shapes,
        Circle circle,
        Tree tree,
        Pair<String, Integer> pair,
        Pair<Address, List<Long>> otherPair,
        BsonDocument document,
        List<Date> dates,
        Currency currency,
        Opaque opaque,
        Priced priced,
        Map<String, BigInteger> bigs,
        CharSequence text,
        @BsonProperty("other") String renamed,
        @BsonIgnore List<String> cache,
        @BsonIgnore int count,
        @BsonIgnore char letter,
        @BsonIgnore boolean flag,
        @BsonIgnore Optional<String> none,
        @BsonIgnore Object nothing) {

    public record Key(String shelf, int number) {}

    public enum Colour {
        RED
    }

    public record Address(String street, Optional<String> city) {}

    public static class Node {
        public String name = "";
        public List<Node> children = List.of();
        public @Nullable Node next;
    }

    public sealed interface Shape permits Circle, Polygon {}

    public record Circle(double radius) implements Shape {}

    public sealed interface Polygon extends Shape permits Square, Triangle {}

    public record Square(double side) implements Polygon {}

    public record Triangle(double a, double b, double c) implements Polygon {}

    public abstract static sealed class Tree permits Leaf, Branch {
        public String label = "";
    }

    public static final class Leaf extends Tree {
        public Currency currency;
    }

    public static final class Branch extends Tree {
        public Tree left;
        public Tree right;
    }

    public record Pair<A, B>(A first, B second) {}

    public static final class Opaque {
        private final long hidden;

        public Opaque(String text) {
            hidden = text.length();
        }

        public boolean isEmpty() {
            return hidden == 0;
        }
    }

    public record Priced(Opaque price, List<Priced> parts) {}
}

package com.example;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.CompoundIndex;
import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Converter;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.annotation.Version;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Documents with everything that a declaration can say. */
public final class Market {
    private Market() {}

    @Document(collection = "stalls")
    @CompoundIndex({"name", "-size"})
    public record Stall(
            ObjectId id,
            @Version long version,
            @Indexed(unique = true) String name,
            @BsonProperty("s") int size,
            @Nullable Integer year,
            Optional<Place> place,
            Map<String, Integer> stock,
            Map<String, Place> branches,
            @Link Ref<Seller> owner,
            @Link(storage = LinkStorage.DBREF) @Indexed List<Ref<Seller>> helpers,
            @Link Optional<Ref<Stall>> next,
            @Link Optional<List<Ref<Coin>>> coins,
            Map<Grade, Integer> prices,
            @Convert(CentsConverter.class) List<Cents> fees,
            List<Lot> lots) {}

    public record Place(
            String street, @Nullable String city, List<Point> corners, @Link Optional<Ref<Seller>> keeper) {}

    public record Lot(int count, @Link(storage = LinkStorage.DBREF) @BsonProperty("item") Ref<Coin> coin) {}

    public record Point(double x, double y) {}

    @Document
    public static class Seller {
        SellerId id = new SellerId("", 0);
        String name = "nobody";
        boolean honest;
        Set<Grade> grades = Set.of();
        Optional<Grade> best = Optional.empty();

        @Indexed(expireAfterSeconds = 60)
        Instant seen = Instant.EPOCH;

        @BackLink(originalField = "owner", onDelete = OnDelete.RESTRICT)
        BackRef<Stall> stall;

        @BackLink(originalField = "helpers", onDelete = OnDelete.UNLINK)
        List<BackRef<Stall>> helps;

        @BackLink(originalField = "place.keeper", onDelete = OnDelete.UNLINK)
        List<BackRef<Stall>> keeps;
    }

    public record Cents(long cents) {}

    public static final class CentsConverter implements Converter<Cents, BigDecimal> {
        @Override
        public BigDecimal toStored(Cents value) {
            return BigDecimal.valueOf(value.cents(), 2);
        }

        @Override
        public Cents fromStored(BigDecimal stored) {
            return new Cents(stored.movePointRight(2).longValueExact());
        }
    }

    public record SellerId(String guild, int number) {}

    public enum Grade {
        @BsonProperty("fresh")
        NEW,
        GOOD,
        BEST
    }

    @Document
    public record Coin(
            UUID id,
            BigDecimal worth,
            Currency currency,
            Side front,
            List<Side> sides,
            @Nullable Side back,
            byte[] image,
            long[] years,
            LocalDate minted,
            OffsetDateTime found,
            Duration age,
            char mark,
            float weight,
            Part whole,
            @BackLink(originalField = "lots.coin", onDelete = OnDelete.RESTRICT) List<BackRef<Stall>> offers) {}

    @BsonDiscriminator(key = "kind")
    public sealed interface Side {}

    @BsonDiscriminator("head")
    public record Head(String of) implements Side {}

    public record Number(int value) implements Side {}

    public enum Blank implements Side {
        SMOOTH,
        ROUGH
    }

    public record Part(String name, List<Part> parts) {}
}

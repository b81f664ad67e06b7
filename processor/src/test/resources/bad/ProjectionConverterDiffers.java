package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Projection(ProjectionConverterDiffers.House.class)
record ProjectionConverterDiffers(
        @Convert(Cents.class) Money name, // [ProjectionConverterDiffers]
        @Convert(Cents.class) List<Money> names, // [ProjectionConverterDiffers]
        @Convert(Cents.class) Money price,
        @Convert(Cents.class) List<Money> prices,
        @Path("paid") @Convert(Text.class) String paidText,
        @Path("paid") @Convert(Words.class) Money paidWords) { // [ProjectionConverterDiffers]
    @Document
    record House(
            ObjectId id,
            String name,
            List<String> names,
            long price,
            List<Long> prices,
            @Convert(Cents.class) Money paid) {}

    record Money(long cents) {}

    static class Cents implements Converter<Money, Long> {
        @Override
        public Long toStored(Money value) {
            return value.cents();
        }

        @Override
        public Money fromStored(Long stored) {
            return new Money(stored);
        }
    }

    static class Text implements Converter<String, Long> {
        @Override
        public Long toStored(String value) {
            return Long.valueOf(value);
        }

        @Override
        public String fromStored(Long stored) {
            return stored.toString();
        }
    }

    static class Words implements Converter<Money, String> {
        @Override
        public String toStored(Money value) {
            return Long.toString(value.cents());
        }

        @Override
        public Money fromStored(String stored) {
            return new Money(Long.parseLong(stored));
        }
    }
}

package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class ConverterOfOtherType {
    ObjectId id;

    @Convert(Cents.class) // [ConverterOfOtherType]
    String text;

    @Convert(Cents.class) // [ConverterOfOtherType]
    Long stored;

    @Convert(Cents.class) // [ConverterOfOtherType]
    Map<Money, String> keys;

    @Convert(Whole.class) // [ConverterOfOtherType]
    int[] numbers;

    @Convert(Whole.class) // [ConverterOfOtherType]
    long number;

    @Convert(Whole.class)
    int fits;

    @Convert(Cents.class)
    Optional<List<Map<String, Money[]>>> fitsToo;

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

    static class Whole implements Converter<Integer, String> {
        @Override
        public String toStored(Integer value) {
            return value.toString();
        }

        @Override
        public Integer fromStored(String stored) {
            return Integer.valueOf(stored);
        }
    }

    @Document
    record Sound(ObjectId id, long cents) {}

    @Projection(Sound.class)
    record Card(@Path("cents") @Convert(Cents.class) String price) {} // [ConverterOfOtherType]
}

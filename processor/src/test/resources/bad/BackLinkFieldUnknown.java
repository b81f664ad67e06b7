package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class BackLinkFieldUnknown {
    @Document
    record House(ObjectId id, @Link Ref<Door> door, @Link Ref<Door> backDoor, @Link Ref<House> neighbour) {}

    @Document
    record Door(
            ObjectId id,
            @BackLink(originalField = "dor") BackRef<House> house) {} // [BackLinkFieldUnknown]

    @Document
    record Sale(
            ObjectId id,
            @Convert(Cents.class) Money price,
            @Convert(Cents.class) List<Money> fees) {}

    record Money(int cents, @Link Ref<Mint> mint) {}

    static class Cents implements Converter<Money, Integer> {
        @Override
        public Integer toStored(Money value) {
            return value.cents();
        }

        @Override
        public Money fromStored(Integer stored) {
            return new Money(stored, Ref.to(new ObjectId()));
        }
    }

    @Document
    record Mint(
            ObjectId id,
            @BackLink(originalField = "price.mint") BackRef<Sale> sale, // [BackLinkFieldUnknown]
            @BackLink(originalField = "fees.mint") List<BackRef<Sale>> sales) {} // [BackLinkFieldUnknown]
}

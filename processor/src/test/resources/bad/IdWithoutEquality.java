package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class IdWithoutEquality {
    @Document
    record OfAClass(
            Key id) {} // [IdWithoutEquality]

    @Document
    record OfAnArray(
            Arrayed id) {} // [IdWithoutEquality]

    @Document
    record OfAClassWithin(
            Outer id) {} // [IdWithoutEquality]

    @Document
    record Fine(Good id) {}

    static class Key {
        int a;
    }

    record Arrayed(int a, byte[] b) {}

    record Outer(List<Key> keys) {}

    record Good(Compared compared, List<String> names, Optional<Own> own) {}

    static class Compared {
        int a;

        @Override
        public boolean equals(Object other) {
            return other instanceof Compared compared && compared.a == a;
        }

        @Override
        public int hashCode() {
            return a;
        }
    }

    record Own(int[] a) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Own own && Arrays.equals(own.a, a);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(a);
        }
    }
}

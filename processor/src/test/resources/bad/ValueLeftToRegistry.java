package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

class ValueLeftToRegistry {
    @Document
    record House(
            ObjectId id,
            Unreadable unreadable, // [ValueLeftToRegistry]
            List<Unsettable> unsettable, // [ValueLeftToRegistry]
            Built built, // [ValueLeftToRegistry]
            Inner inner, // [ValueLeftToRegistry]
            Sealed sealed, // [ValueLeftToRegistry]
            @SuppressWarnings("ValueLeftToRegistry") Map<String, Built> suppressed,
            Currency currency,
            Stateless stateless,
            Interface type) {}

    static class Unreadable {
        private int secret;
    }

    static class Unsettable {
        private int count = 1;

        int count() {
            return count;
        }
    }

    static final class Built {
        final int count;

        private Built(int count) {
            this.count = count;
        }

        static Builder builder() {
            return new Builder();
        }

        static class Builder {
            Built build() {
                return new Built(1);
            }
        }
    }

    sealed interface Sealed {
        record Good(int count) implements Sealed {}

        final class Bad implements Sealed {
            private int secret;
        }
    }

    class Inner {
        int count;
    }

    static class Stateless {}

    interface Interface {}
}

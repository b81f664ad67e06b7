package bad;

import dev.ligature.annotation.*;
import dev.ligature.link.*;
import java.util.*;
import org.bson.codecs.pojo.annotations.*;
import org.bson.types.ObjectId;

@Document
class ConverterNotUsable {
    ObjectId id;

    @Convert(Hidden.class) // [ConverterNotUsable]
    String hidden;

    @Convert(Inner.class) // [ConverterNotUsable]
    String inner;

    @Convert(Unfinished.class) // [ConverterNotUsable]
    String unfinished;

    @Convert(Parameterized.class) // [ConverterNotUsable]
    String parameterized;

    @Convert(Private.class) // [ConverterNotUsable]
    List<String> privates;

    @Convert(Throwing.class) // [ConverterNotUsable]
    Map<String, String> throwing;

    @Convert(Type.class) // [ConverterNotUsable]
    Optional<String> type;

    Part part;

    record Part(
            @Convert(Constants.class) String constants, // [ConverterNotUsable]
            @Convert(Fitting.class) String fits) {}

    abstract static class Trimmed implements Converter<String, String> {
        @Override
        public String toStored(String value) {
            return value.trim();
        }

        @Override
        public String fromStored(String stored) {
            return stored;
        }
    }

    private static class Hidden extends Trimmed {}

    class Inner extends Trimmed {}

    abstract static class Unfinished extends Trimmed {}

    static class Parameterized extends Trimmed {
        Parameterized(int length) {}
    }

    static class Private extends Trimmed {
        private Private() {}
    }

    static class Throwing extends Trimmed {
        Throwing() throws Exception {}
    }

    interface Type extends Converter<String, Integer> {}

    enum Constants implements Converter<String, String> {
        TRIMMED;

        @Override
        public String toStored(String value) {
            return value.trim();
        }

        @Override
        public String fromStored(String stored) {
            return stored;
        }
    }

    static class Fitting extends Trimmed {}
}

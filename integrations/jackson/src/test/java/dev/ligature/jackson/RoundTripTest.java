// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.House;
import dev.ligature.jackson.model.Person;
import dev.ligature.jackson.model.Window;
import dev.ligature.jackson.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random documents with links of all shapes, in all states and in cycles, go through JSON and back. They store the same
 * as before, and what was written as a document is fetched. {@code -Dligature.seed=…} creates the same documents again.
 */
class RoundTripTest {
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());
    private static final int TOWNS = 300;

    private static final DocumentCodec<House> CODEC =
            DocumentType.of(RandomTown.EXAMPLE).newCodec(MongoClientSettings.getDefaultCodecRegistry());

    @Test
    void documentsComeBackAsTheyWere() throws Exception {
        System.out.println("JSON round trips: -Dligature.seed=" + SEED);
        Random random = new Random(SEED);
        List<JsonMapper> mappers = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (RefFormat format : RefFormat.values()) {
            for (int depth = 0; depth < 5; depth++) {
                mappers.add(Mappers.with(new LigatureModule().withRefs(format).withDepth(depth)));
                shapes.add(new Shape(format, depth));
            }
        }
        Shape asRead = new Shape(RefFormat.DOCUMENT, Integer.MAX_VALUE);
        int nested = 0;
        for (int i = 0; i < TOWNS; i++) {
            RandomTown town = new RandomTown(random);
            int chosen = random.nextInt(mappers.size());
            JsonMapper mapper = mappers.get(chosen);
            Shape shape = shapes.get(chosen);
            for (House house : town.houses) {
                String json = mapper.writeValueAsString(house);

                House read = mapper.readValue(json, House.class);

                String what = "town " + i + ", " + shape + ": " + json;
                assertThat(stored(read)).as(what).isEqualTo(stored(house));
                String expected = shape.of(house);
                assertThat(asRead.of(read)).as(what).isEqualTo(expected);
                nested += expected.contains("{\"Door") ? 1 : 0;
            }
        }
        assertThat(nested).as("houses with a door that is a document").isGreaterThan(TOWNS / 10);
    }

    private static BsonDocument stored(House house) {
        BsonDocument document = new BsonDocument();
        CODEC.encode(
                new BsonDocumentWriter(document),
                house,
                EncoderContext.builder().build());
        return document;
    }

    /** Describes, as JSON should, which references of a document are fetched and what their documents hold. */
    private static final class Shape {
        private final RefFormat format;
        private final int depth;
        private final List<String> path = new ArrayList<>();

        Shape(RefFormat format, int depth) {
            this.format = format;
            this.depth = depth;
        }

        @Override
        public String toString() {
            return format + " to a depth of " + depth;
        }

        String of(Object document) {
            if (document instanceof House house) {
                return within(
                        "House",
                        house.id(),
                        () -> house.name()
                                + of(house.door())
                                + of(house.windows())
                                + house.yard().map(this::of)
                                + house.owners().map(this::of)
                                + house.next().map(this::of));
            } else if (document instanceof Door door) {
                return within("Door", door.id(), () -> "" + door.height());
            } else if (document instanceof Window window) {
                return within("Window", window.id(), () -> "" + window.width());
            } else if (document instanceof Yard yard) {
                return within("Yard", yard.getId(), () -> "" + yard.getArea());
            }
            Person person = (Person) document;
            return within("Person", person.id(), () -> person.name() + of(person.friends()));
        }

        private String within(String type, Object id, Supplier<String> members) {
            path.add(type + id);
            String text = "{\"" + type + " " + id + ": " + members.get() + "}";
            path.remove(path.size() - 1);
            return text;
        }

        private <T> String of(List<Ref<T>> refs) {
            return refs.stream()
                    .map(ref -> ref == null ? "null" : of(ref))
                    .toList()
                    .toString();
        }

        private String of(Ref<?> ref) {
            boolean isDocument = ref.isFetched()
                    && format != RefFormat.ID
                    && path.size() <= depth // the root is no reference's
                    && !path.contains(ref.get().getClass().getSimpleName() + ref.id());
            return isDocument ? of(ref.get()) : "(" + ref.id() + ")";
        }
    }

    /** A few documents of each kind, linked at random; some links lead nowhere, some are fetched. */
    private static final class RandomTown {
        static final House EXAMPLE = House.of(null, "", Ref.to(""));

        private final Random random;
        private final List<Door> doors = new ArrayList<>();
        private final List<Window> windows = new ArrayList<>();
        private final List<Yard> yards = new ArrayList<>();
        private final List<Person> people = new ArrayList<>();
        final List<House> houses = new ArrayList<>();

        RandomTown(Random random) {
            this.random = random;
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                doors.add(Door.of(objectId(i)));
                windows.add(Window.of(uuid(i), random.nextInt()));
                yards.add(Yard.of(text() + i, random.nextInt(1_000) / 8.0));
                people.add(Person.of(i - 1L, text()));
            }
            people.forEach(person -> person.friends().addAll(refs(size, this::personId)));
            for (int i = 0; i < size; i++) {
                houses.add(new House(
                        objectId(i),
                        text(),
                        Ref.to(objectId(any(size))),
                        refs(size, RandomTown::uuid),
                        maybe(() -> Ref.to(yardId(any(size)))),
                        maybe(() -> refs(size, this::personId)),
                        maybe(() -> Ref.to(objectId(any(size))))));
            }
            houses.forEach(this::fetchSome);
            people.forEach(person -> person.friends().forEach(ref -> fetchMaybe(ref, people, Person::id)));
        }

        private void fetchSome(House house) {
            fetchMaybe(house.door(), doors, Door::id);
            house.windows().forEach(ref -> fetchMaybe(ref, windows, Window::id));
            house.yard().ifPresent(ref -> fetchMaybe(ref, yards, Yard::getId));
            house.owners().ifPresent(refs -> refs.forEach(ref -> fetchMaybe(ref, people, Person::id)));
            house.next().ifPresent(ref -> fetchMaybe(ref, houses, House::id));
        }

        private <T> void fetchMaybe(Ref<T> ref, List<T> documents, Function<T, Object> id) {
            if (ref == null || random.nextInt(4) == 0) {
                return;
            }
            documents.stream()
                    .filter(document -> id.apply(document).equals(ref.id()))
                    .findFirst()
                    .ifPresentOrElse(document -> States.fetch(ref, document), () -> States.miss(ref));
        }

        /** An index of one document too many: a link to the last one leads nowhere. */
        private int any(int size) {
            return random.nextInt(size + 1);
        }

        private <T> List<Ref<T>> refs(int size, IntFunction<Object> id) {
            List<Ref<T>> refs = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                refs.add(random.nextInt(8) == 0 ? null : Ref.to(id.apply(any(size))));
            }
            return refs;
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
        }

        private static ObjectId objectId(int i) {
            return new ObjectId("65f0a1b2c3d4e5f6a7b8c9d" + i);
        }

        private static UUID uuid(int i) {
            return new UUID(i, i);
        }

        private Object personId(int i) {
            return i - 1L;
        }

        private Object yardId(int i) {
            return i < yards.size() ? yards.get(i).getId() : "nowhere";
        }

        private String text() {
            return Arrays.asList("", "Oak", "\"{\\", "\u00e9\u4e2d\ud83d\ude00", "a\nb\u2028", "null")
                    .get(random.nextInt(6));
        }
    }
}

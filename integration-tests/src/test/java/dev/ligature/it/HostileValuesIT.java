package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QParcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ligature.InvalidPageTokenException;
import dev.ligature.InvalidValueException;
import dev.ligature.it.model.Parcel;
import dev.ligature.it.model.ParcelRepository;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.Update;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.PageRequest;
import dev.ligature.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Texts that mean something to somebody else on the way, as values, keys, ids and tokens: they are data and nothing more, or are refused
 * before anything is sent. Mutated tokens are {@code -Dligature.tokens=…} many.
 */
class HostileValuesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final long SEED = Long.getLong("ligature.seed", 20_260_502L);
    private static final int TOKENS = Integer.getInteger("ligature.tokens", 400);
    private static final String LONG = "x$.".repeat(350_000);
    private static final String LONG_LETTERS = "\u00e9".repeat(500_000);

    /** What can be stored. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "$",
            "$$ROOT",
            "$$NOW",
            "$$REMOVE",
            "$text",
            "$where",
            "$set",
            "$ref",
            "$id",
            "_id",
            "{$gt: ''}",
            "{\"$ne\": null}",
            "a.b",
            ".",
            "..",
            ".$.",
            "0",
            "a\0b",
            "\0",
            "\\0",
            "\ud83d\ude00",
            "__proto__",
            "constructor",
            ".*",
            "^a$",
            "$^",
            "\\",
            "\\\\",
            "\\Q",
            "\\E",
            "\\Qa\\Eb",
            "(?i)a",
            "(?#",
            "[",
            "]",
            "(",
            ")",
            "{2}",
            "a|b",
            "a+",
            "?",
            "/a/i",
            "a\nb",
            "\r\n",
            "\t",
            "\u2028",
            "\u00a0",
            "'; drop",
            "\"",
            "%00",
            "%24",
            "null",
            "undefined",
            "true",
            "NaN",
            "ObjectId('65f0c0ffee0123456789abcd')",
            "\u0130i",
            "\u01c5");

    /** What no server can store: UTF-8 has no form for half a pair. */
    private static final List<String> HALVES = List.of("\ud800", "a\udc00b", "\udc00\ud800", "\ud83d");

    private final ParcelRepository parcels = new ParcelRepository(DATABASE.database());
    private final List<Parcel> all = Stream.concat(
                    TEXTS.stream().map(text -> Parcel.of("p" + TEXTS.indexOf(text), text)),
                    Stream.of(LONG, LONG_LETTERS)
                            .map(text -> Parcel.of("p" + text.length(), "long").withText(text)))
            .toList();

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    private void store() {
        list(parcels.insertAll(all));
        DATABASE.recorder().clear();
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return text.length() > 40 ? text.length() + " characters" : '"' + text + '"';
    }

    /** A condition on texts, and what it means. */
    private record Operator(
            String name, Function<String, Condition<Parcel>> condition, Function<String, Predicate<Parcel>> meaning) {}

    private static Operator operator(
            String name, Function<String, Condition<Parcel>> condition, Function<String, Predicate<Parcel>> meaning) {
        return new Operator(name, condition, meaning);
    }

    private static final List<Operator> OPERATORS = List.of(
            operator("eq", parcel.text::eq, text -> each -> each.text().equals(text)),
            operator("ne", parcel.text::ne, text -> each -> !each.text().equals(text)),
            operator("gt", parcel.text::gt, text -> each -> compare(each.text(), text) > 0),
            operator("gte", parcel.text::gte, text -> each -> compare(each.text(), text) >= 0),
            operator("lt", parcel.text::lt, text -> each -> compare(each.text(), text) < 0),
            operator("lte", parcel.text::lte, text -> each -> compare(each.text(), text) <= 0),
            operator(
                    "in",
                    text -> parcel.text.in(text, "a"),
                    text -> each -> each.text().equals(text)),
            operator(
                    "nin",
                    text -> parcel.text.nin(text, "a"),
                    text -> each -> !each.text().equals(text)),
            operator("optional eq", parcel.note::eq, text -> each -> each.note().equals(Optional.of(text))),
            operator(
                    "contains in list",
                    parcel.tags::contains,
                    text -> each -> each.tags().contains(text)),
            operator(
                    "any",
                    text -> parcel.tags.any(tag -> tag.eq(text)),
                    text -> each -> each.tags().contains(text)),
            operator(
                    "none",
                    text -> parcel.tags.none(tag -> tag.eq(text)),
                    text -> each -> !each.tags().contains(text)),
            operator(
                    "map eq",
                    text -> parcel.labels.eq(Map.of("label", text)),
                    text -> each -> each.labels().equals(Map.of("label", text))),
            operator(
                    "value of a key",
                    text -> parcel.labels.key("label").eq(text),
                    text -> each -> text.equals(each.labels().get("label"))),
            operator(
                    "embedded eq",
                    text -> parcel.wrapping.eq(new Parcel.Wrapping(text)),
                    text -> each -> each.wrapping().paper().equals(text)),
            operator(
                    "in embedded",
                    parcel.wrapping.paper::eq,
                    text -> each -> each.wrapping().paper().equals(text)),
            operator("id eq", parcel.id::eq, text -> each -> each.id().equals(text)),
            operator("linked id", text -> parcel.next().id.eq(text), text -> each -> false),
            operator("behind a link", text -> parcel.next().text.eq(text), text -> each -> false),
            operator("behind a back link", text -> parcel.before().text.eq(text), text -> each -> false));

    private static final List<Operator> PATTERNS = List.of(
            operator(
                    "startsWith",
                    parcel.text::startsWith,
                    text -> each -> each.text().startsWith(text)),
            operator(
                    "contains",
                    parcel.text::contains,
                    text -> each -> each.text().contains(text)),
            operator(
                    "matches",
                    text -> parcel.text.matches("^" + Pattern.quote(text)),
                    text -> each -> each.text().startsWith(text)),
            operator(
                    "matches a pattern",
                    text -> parcel.text.matches(Pattern.compile(Pattern.quote(text))),
                    text -> each -> each.text().contains(text)));

    private void answersAsTheModel(Operator operator, String text) {
        List<String> expected = all.stream()
                .filter(operator.meaning.apply(text))
                .map(Parcel::id)
                .toList();
        assertThat(list(parcels.find(operator.condition.apply(text)).ids()))
                .as(operator.name + " " + quoted(text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void refuses(String what, ThrowingCallable call) {
        assertThatThrownBy(call)
                .as(what)
                .isInstanceOf(InvalidValueException.class)
                .satisfies(failure -> assertThat(
                                String.valueOf(failure.getMessage()).length())
                        .isLessThan(1_100));
        assertThat(DATABASE.recorder().names()).as(what).isEmpty();
    }

    @Test
    void takesTextsInConditionsForNothingButTexts() {
        store();
        for (Operator operator : OPERATORS) {
            TEXTS.forEach(text -> answersAsTheModel(operator, text));
            answersAsTheModel(operator, LONG);
        }
        for (Operator pattern : PATTERNS) {
            TEXTS.forEach(text -> answersAsTheModel(pattern, text));
        }
    }

    @Test
    void refusesTextsThatNoServerCanStoreInConditions() {
        for (Operator operator : OPERATORS) {
            HALVES.forEach(text -> refuses(
                    operator.name,
                    () -> list(parcels.find(operator.condition.apply(text)).ids())));
        }
        for (Operator pattern : PATTERNS) {
            HALVES.forEach(text -> refuses(pattern.name, () -> pattern.condition.apply(text)));
            List.of("x$.".repeat(11_000), "\u00e9".repeat(16_500)) // which Java is slow to make patterns of
                    .forEach(text -> refuses(pattern.name, () -> pattern.condition.apply(text)));
        }
        for (String text : List.of(LONG, LONG_LETTERS)) {
            refuses("startsWith", () -> parcel.text.startsWith(text));
            refuses("contains", () -> parcel.text.contains(text));
        }
    }

    /** An update by a text, and what it does. */
    private record Changing(
            String name, Function<String, Update<Parcel>> update, Function<String, Predicate<Parcel>> isDone) {}

    private static final List<Changing> UPDATES = List.of(
            new Changing("set", parcel.text::set, text -> each -> each.text().equals(text)),
            new Changing(
                    "set optional",
                    parcel.note::set,
                    text -> each -> each.note().equals(Optional.of(text))),
            new Changing(
                    "set list",
                    text -> parcel.tags.set(List.of(text)),
                    text -> each -> each.tags().equals(List.of(text))),
            new Changing("push", parcel.tags::push, text -> each -> each.tags().equals(List.of("old", "plain", text))),
            new Changing(
                    "push several",
                    text -> parcel.tags.push(text, "b"),
                    text -> each -> each.tags().equals(List.of("old", "plain", text, "b"))),
            new Changing(
                    "addToSet",
                    parcel.tags::addToSet,
                    text -> each -> each.tags().equals(List.of("old", "plain", text))),
            new Changing("pull", parcel.tags::pull, text -> each -> each.tags().equals(List.of("old", "plain"))),
            new Changing(
                    "set map",
                    text -> parcel.labels.set(Map.of("label", text)),
                    text -> each -> each.labels().equals(Map.of("label", text))),
            new Changing(
                    "set key",
                    text -> parcel.labels.key("other").set(text),
                    text -> each -> each.labels().equals(Map.of("label", "old", "other", text))),
            new Changing(
                    "set embedded",
                    text -> parcel.wrapping.set(new Parcel.Wrapping(text)),
                    text -> each -> each.wrapping().paper().equals(text)),
            new Changing(
                    "set in embedded",
                    parcel.wrapping.paper::set,
                    text -> each -> each.wrapping().paper().equals(text)),
            new Changing(
                    "min",
                    parcel.text::min,
                    text -> each -> each.text().equals(compare(text, "old") < 0 ? text : "old")),
            new Changing(
                    "max",
                    parcel.text::max,
                    text -> each -> each.text().equals(compare(text, "old") > 0 ? text : "old")));

    @Test
    void takesTextsInUpdatesForNothingButTexts() {
        for (Changing changing : UPDATES) {
            for (String text : Stream.concat(TEXTS.stream(), Stream.of(LONG)).toList()) {
                get(parcels.save(Parcel.of("p", "old")));
                assertThat(get(parcels.updateById("p", changing.update.apply(text))))
                        .as(changing.name + " " + quoted(text))
                        .isEqualTo(1);
                assertThat(get(parcels.findById("p")))
                        .as(changing.name + " " + quoted(text))
                        .matches(changing.isDone.apply(text));
            }
        }
    }

    @Test
    void refusesTextsThatNoServerCanStoreInUpdates() {
        for (Changing changing : UPDATES) {
            HALVES.forEach(
                    text -> refuses(changing.name, () -> get(parcels.find().update(changing.update.apply(text)))));
        }
    }

    @Test
    void readsBackTheTextsThatItHasWritten() {
        store();

        assertThat(list(parcels.findAllById(all.stream().map(Parcel::id).toList())))
                .isEqualTo(all);
        assertThat(list(parcels.saveAll(all))).isEqualTo(all);
        assertThat(list(parcels.findAllById(all.stream().map(Parcel::id).toList())))
                .isEqualTo(all);
    }

    @Test
    void refusesDocumentsWithTextsThatNoServerCanStore() {
        for (String half : HALVES) {
            Parcel bad = Parcel.of("bad", half);
            refuses("insert", () -> get(parcels.insert(bad)));
            refuses("save", () -> get(parcels.save(bad)));
            refuses("replace", () -> get(parcels.replace(bad)));
            refuses("insertAll", () -> list(parcels.insertAll(List.of(Parcel.of("good", "a"), bad))));
            refuses("an id", () -> get(parcels.insert(Parcel.of(half, "a"))));
            refuses("a key", () -> get(parcels.insert(Parcel.of("p", "a").withLabels(Map.of(half, "a")))));
            refuses("a linked id", () -> get(parcels.insert(Parcel.of("p", "a").withNext(half))));
        }
        assertThat(catchThrowable(() -> get(parcels.insert(Parcel.of("bad", "a\ud800")))))
                .hasMessageContainingAll("Parcel.text of bad", "half a surrogate pair", "\\ud800");
    }

    @Test
    void takesKeysOfMapsForNothingButKeys() {
        List<String> keys = Stream.concat(TEXTS.stream(), Stream.of(LONG)).toList();
        for (String key : keys) {
            Map<String, String> labels = Map.of(key, "a", "beside", "b");
            Parcel one = Parcel.of("p", "old").withLabels(labels);
            if (key.indexOf('\0') >= 0) {
                DATABASE.recorder().clear();
                refuses("insert", () -> get(parcels.insert(one)));
                refuses("set", () -> get(parcels.find().update(parcel.labels.set(labels))));
                refuses("eq", () -> list(parcels.find(parcel.labels.eq(labels)).ids()));
                refuses("key", () -> parcel.labels.key(key));
                continue;
            }
            get(parcels.save(one));
            assertThat(get(parcels.findById("p")).labels()).as(quoted(key)).isEqualTo(labels);
            get(parcels.updateById("p", parcel.labels.set(Map.of("other", "c"))));
            get(parcels.updateById("p", parcel.labels.set(labels)));
            assertThat(get(parcels.findById("p")).labels())
                    .as("set " + quoted(key))
                    .isEqualTo(labels);
            get(parcels.replace(one));
            assertThat(get(parcels.findById("p")).labels())
                    .as("replaced " + quoted(key))
                    .isEqualTo(labels);
            Map<String, String> alone = Map.of(key, "a");
            get(parcels.updateById("p", parcel.labels.set(alone)));
            assertThat(list(parcels.find(parcel.labels.eq(alone)).ids()))
                    .as("eq " + quoted(key))
                    .containsExactly("p");
            assertThat(list(parcels.find(parcel.labels.ne(alone)).ids()))
                    .as("ne " + quoted(key))
                    .isEmpty();
            if (!key.isEmpty() && !key.startsWith("$") && key.indexOf('.') < 0) {
                assertThat(list(parcels.find(parcel.labels.key(key).eq("a")).ids()))
                        .as("at " + quoted(key))
                        .containsExactly("p");
            } else {
                assertThatThrownBy(() -> parcel.labels.key(key)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void takesIdsForNothingButIds() {
        List<String> ids = TEXTS;
        list(parcels.insertAll(ids.stream().map(id -> Parcel.of(id, "a")).toList()));
        get(parcels.insert(Parcel.of("root", "root")));
        for (String id : ids) {
            String what = quoted(id);
            assertThat(get(parcels.findById(id)).id()).as(what).isEqualTo(id);
            assertThat(get(parcels.existsById(id))).as(what).isTrue();
            assertThat(list(parcels.findAllById(List.of(id, "nobody", id))))
                    .as(what)
                    .hasSize(2);
            assertThat(get(parcels.attach("root", parcel.next(), id))).as(what).isEqualTo(1);
            assertThat(get(parcels.attach("root", parcel.others(), id, "nobody")))
                    .as(what)
                    .isEqualTo(1);
            for (FetchStrategy strategy : FetchStrategy.values()) {
                Parcel root = get(parcels.find(parcel.next().id.eq(id))
                        .fetch(parcel.next(), parcel.others())
                        .using(strategy)
                        .one());
                assertThat(root.next().orElseThrow().get().id()).as(what).isEqualTo(id);
                assertThat(root.others()).as(what).extracting(Ref::isMissing).containsExactly(false, true);
                assertThat(list(parcels.find(parcel.id.eq(id))
                                .fetch(parcel.before())
                                .using(strategy)
                                .all()))
                        .as(what)
                        .singleElement()
                        .matches(found -> found.before().get(0).get().id().equals("root"));
            }
            assertThat(list(parcels.find(parcel.others().any(other -> other.id.eq(id)))
                            .ids()))
                    .as(what)
                    .containsExactly("root");
            assertThat(list(parcels.dangling(parcel.next()))).as(what).isEmpty();
            assertThat(list(parcels.dangling(parcel.others()))).as(what).hasSize(1);
            get(parcels.detach("root", parcel.others(), id, "nobody"));
            get(parcels.detach("root", parcel.next(), id));
            assertThat(get(parcels.findById("root")))
                    .as(what)
                    .matches(root -> root.next().isEmpty() && root.others().isEmpty());
            assertThat(get(parcels.deleteById(id))).as(what).isEqualTo(1);
        }
        assertThat(list(parcels.find().ids())).containsExactly("root");
    }

    @Test
    void refusesIdsThatNoServerCanStore() {
        for (String half : HALVES) {
            refuses("findById", () -> parcels.findById(half).block());
            refuses("findAllById", () -> list(parcels.findAllById(List.of("a", half))));
            refuses("existsById", () -> get(parcels.existsById(half)));
            refuses("deleteById", () -> get(parcels.deleteById(half)));
            refuses("attach", () -> get(parcels.attach("a", parcel.next(), half)));
            refuses("attach to", () -> get(parcels.attach(half, parcel.next(), "a")));
            refuses("detach", () -> get(parcels.detach("a", parcel.others(), half)));
        }
    }

    @Test
    void refusesTokensThatAreNone() {
        store();
        List<String> tokens = new ArrayList<>(TEXTS);
        tokens.addAll(HALVES);
        tokens.addAll(List.of(LONG, LONG_LETTERS, "A".repeat(1 << 20), "AQ", "AAAA", "____", "=", "AQ=="));
        for (String token : tokens) {
            DATABASE.recorder().clear();
            assertThatThrownBy(() -> get(parcels.find()
                            .sort(parcel.text.asc())
                            .page(PageRequest.first(3).after(token))))
                    .as(quoted(token))
                    .isInstanceOf(InvalidPageTokenException.class);
            assertThat(DATABASE.recorder().names()).isEmpty();
        }
    }

    @Test
    void readsAPageByAMutatedTokenOrRefusesItBeforeAnythingIsSent() {
        list(parcels.insertAll(
                TEXTS.stream().map(text -> Parcel.of("p" + text, "t" + text)).toList()));
        Random random = new Random(SEED);
        String token = get(parcels.find().sort(parcel.text.asc()).page(PageRequest.first(3)))
                .next()
                .orElseThrow();
        byte[] sound = Base64.getUrlDecoder().decode(token);
        for (int i = 0; i < TOKENS; i++) {
            byte[] bytes = Arrays.copyOf(sound, sound.length + (random.nextInt(4) == 0 ? random.nextInt(9) - 4 : 0));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes[9 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt(256);
            }
            PageRequest mutated = PageRequest.first(3)
                    .after(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            DATABASE.recorder().clear();
            Throwable failure = catchThrowable(
                    () -> get(parcels.find().sort(parcel.text.asc()).page(mutated)));
            if (failure != null) {
                assertThat(failure).as(mutated.toString()).isInstanceOf(InvalidPageTokenException.class);
                assertThat(DATABASE.recorder().names()).as(mutated.toString()).isEmpty();
            }
        }
    }

    @Test
    void pagesThroughTextsWithoutLosingOne() {
        store();
        List<String> found = new ArrayList<>();
        PageRequest next = PageRequest.first(7);
        while (next != null) {
            var page = get(parcels.find().sort(parcel.text.asc()).page(next));
            page.items().forEach(each -> found.add(each.text()));
            next = page.nextRequest().orElse(null);
        }

        assertThat(found)
                .isEqualTo(all.stream()
                        .map(Parcel::text)
                        .sorted(HostileValuesIT::compare)
                        .toList());
        assertThat(found).allMatch(Objects::nonNull);
    }
}

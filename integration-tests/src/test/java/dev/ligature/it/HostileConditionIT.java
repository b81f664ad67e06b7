// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.HostileTexts.HALVES;
import static dev.ligature.it.HostileTexts.LONG;
import static dev.ligature.it.HostileTexts.LONG_LETTERS;
import static dev.ligature.it.HostileTexts.PARCELS;
import static dev.ligature.it.HostileTexts.TEXTS;
import static dev.ligature.it.HostileTexts.compare;
import static dev.ligature.it.HostileTexts.quoted;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QParcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Parcel;
import dev.ligature.it.model.ParcelRepository;
import dev.ligature.path.Condition;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts in conditions mean nothing but themselves, or are refused before anything is sent. */
class HostileConditionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final ParcelRepository parcels = new ParcelRepository(DATABASE.database());

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
        List<String> expected = PARCELS.stream()
                .filter(operator.meaning.apply(text))
                .map(Parcel::id)
                .toList();
        assertThat(list(parcels.find(operator.condition.apply(text)).ids()))
                .as(operator.name + " " + quoted(text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void refuses(String what, ThrowingCallable call) {
        HostileTexts.refuses(DATABASE.recorder(), what, call);
    }

    @Test
    void takesTextsInConditionsForNothingButTexts() {
        list(parcels.insertAll(PARCELS));
        DATABASE.recorder().clear();
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
}

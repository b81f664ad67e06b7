// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.HostileTexts.HALVES;
import static dev.ligature.it.HostileTexts.LONG;
import static dev.ligature.it.HostileTexts.TEXTS;
import static dev.ligature.it.HostileTexts.compare;
import static dev.ligature.it.HostileTexts.quoted;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.model.QParcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Parcel;
import dev.ligature.it.model.ParcelRepository;
import dev.ligature.path.Update;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts in updates mean nothing but themselves, or are refused before anything is sent. */
class HostileUpdateIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final ParcelRepository parcels = new ParcelRepository(DATABASE.database());

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

    private static void refuses(String what, ThrowingCallable call) {
        HostileTexts.refuses(DATABASE.recorder(), what, call);
    }

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
}

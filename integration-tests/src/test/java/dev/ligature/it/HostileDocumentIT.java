// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.HostileTexts.HALVES;
import static dev.ligature.it.HostileTexts.LONG;
import static dev.ligature.it.HostileTexts.PARCELS;
import static dev.ligature.it.HostileTexts.TEXTS;
import static dev.ligature.it.HostileTexts.quoted;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QParcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ligature.it.model.Parcel;
import dev.ligature.it.model.ParcelRepository;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts as values, keys and ids of documents are data and nothing more, or are refused before anything is sent. */
class HostileDocumentIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final ParcelRepository parcels = new ParcelRepository(DATABASE.database());

    private static void refuses(String what, ThrowingCallable call) {
        HostileTexts.refuses(DATABASE.recorder(), what, call);
    }

    @Test
    void readsBackTheTextsThatItHasWritten() {
        list(parcels.insertAll(PARCELS));
        DATABASE.recorder().clear();

        assertThat(list(parcels.findAllById(PARCELS.stream().map(Parcel::id).toList())))
                .isEqualTo(PARCELS);
        assertThat(list(parcels.saveAll(PARCELS))).isEqualTo(PARCELS);
        assertThat(list(parcels.findAllById(PARCELS.stream().map(Parcel::id).toList())))
                .isEqualTo(PARCELS);
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
}

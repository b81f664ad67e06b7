// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.StoredForms.version;
import static dev.ligature.it.model.QConcert.concert;
import static dev.ligature.it.model.QMusician.musician;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Concert;
import dev.ligature.it.model.ConcertRepository;
import dev.ligature.it.model.Musician;
import dev.ligature.it.model.MusicianRepository;
import dev.ligature.path.LinkPath;
import dev.ligature.query.RepairRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Detaching what other programs have stored: DBRefs of every shape, alone and beside others, from both sides. */
class DetachFormsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    /** Links to ada in the shapes that DBRefs come in, and what is no link to her. */
    private static final List<BsonValue> ENTRIES = StoredForms.entries("""
            ['ada', {$ref: 'musicians', $id: 'ada'}, {$ref: 'musicians', $id: 'ada', $db: 'other'},
             {$db: 'other', $id: 'ada', $ref: 'musicians'}, {$id: 'ada', $ref: 'musicians'},
             {$ref: 'musicians', since: 1835, $id: 'ada'},
             'bob', {$ref: 'musicians', $id: 'bob'}, null]""");

    private final ConcertRepository concerts = new ConcertRepository(DATABASE.database());
    private final MusicianRepository musicians = new MusicianRepository(DATABASE.database());
    private final StoredForms forms = new StoredForms(DATABASE);
    private final CommandRecorder recorder = DATABASE.recorder();

    private static boolean isAda(BsonValue entry) {
        return entry.isString()
                ? entry.asString().getValue().equals("ada")
                : entry.isDocument()
                        && entry.asDocument().getString("$id").getValue().equals("ada");
    }

    /** Each list is without its links to ada where it was to be changed, and its version is raised there and only there. */
    private void assertDetached(String field, List<BsonArray> lists, Predicate<BsonArray> changed) {
        Map<String, BsonDocument> stored = forms.stored();
        for (int i = 0; i < lists.size(); i++) {
            BsonArray list = lists.get(i);
            BsonDocument document = stored.get("c" + i);
            boolean detached = changed.test(list);
            BsonArray expected = new BsonArray(
                    list.stream().filter(entry -> !detached || !isAda(entry)).toList());
            assertThat(document.getArray(field)).as("%s", list).isEqualTo(expected);
            assertThat(version(document) > 1).as("raised for %s", list).isEqualTo(detached);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"players", "guests"})
    void takesEveryShapeOutOfLists(String field) {
        LinkPath<Concert, Musician, String> link = field.equals("players") ? concert.players() : concert.guests();
        List<BsonArray> lists = StoredForms.lists(ENTRIES, 2);
        forms.store(field, lists);

        for (int i = 0; i < lists.size(); i++) {
            assertThat(get(concerts.detach("c" + i, link, "ada")))
                    .as("%s", lists.get(i))
                    .isEqualTo(lists.get(i).stream().anyMatch(DetachFormsIT::isAda) ? 1 : 0);
        }

        assertDetached(field, lists, list -> list.stream().anyMatch(DetachFormsIT::isAda));
    }

    @ParameterizedTest
    @ValueSource(strings = {"players", "guests"})
    void takesEveryShapeOutOfReferrersThatABackLinkNames(String field) {
        LinkPath<Musician, Concert, String> link = field.equals("players") ? musician.concerts() : musician.visits();
        List<BsonArray> lists = StoredForms.lists(ENTRIES, 3);
        forms.store(field, lists);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            ids.add("c" + i);
        }

        assertThat(get(musicians.detach("ada", link, ids)))
                .isEqualTo(lists.stream()
                        .filter(list -> list.stream().anyMatch(DetachFormsIT::isAda))
                        .count());

        assertDetached(field, lists, list -> list.stream().anyMatch(DetachFormsIT::isAda));
    }

    @Test
    void takesEveryShapeOutOfAllReferrersThatTheBackLinkSees() {
        List<BsonArray> lists = StoredForms.lists(ENTRIES, 3);
        forms.store("players", lists);
        Predicate<BsonArray> seen =
                list -> list.stream().anyMatch(entry -> entry.isDocument() && isAda(entry)); // in the declared form

        assertThat(get(musicians.detachAll("ada", musician.concerts())))
                .isEqualTo(lists.stream().filter(seen).count());

        assertDetached("players", lists, seen);
    }

    @Test
    void unsetsLinksToOneOfEveryShape() {
        List<BsonValue> links = ENTRIES.subList(0, 8);
        for (String field : List.of("soloist", "conductor")) {
            DATABASE.clear();
            forms.store(field, links);
            for (int i = 0; i < links.size(); i++) {
                assertThat(get(concerts.detach(
                                "c" + i, field.equals("soloist") ? concert.soloist() : concert.conductor(), "ada")))
                        .isEqualTo(isAda(links.get(i)) ? 1 : 0);
            }
            forms.stored().forEach((id, document) -> {
                BsonValue before = links.get(Integer.parseInt(id.substring(1)));
                BsonValue left = document.get(field, BsonNull.VALUE);
                assertThat(left).isEqualTo(isAda(before) ? BsonNull.VALUE : before);
                assertThat(version(document)).isEqualTo(isAda(before) ? 2 : 1);
            });
        }
    }

    @Test
    void raisesTheVersionOnceWhereOneUpdateTakesAllOut() {
        forms.store("players", StoredForms.lists(ENTRIES.subList(2, 6), 1));

        assertThat(get(musicians.detachAll("ada", musician.concerts(), musician.solos())))
                .isEqualTo(4);

        assertThat(forms.stored().values().stream().map(StoredForms::version)).containsExactly(1L, 2L, 2L, 2L, 2L);
    }

    @Test
    void unlinksAndRepairsEveryShapeAsDetachingDoes() {
        List<BsonArray> lists = StoredForms.lists(ENTRIES.subList(1, 6), 2);
        forms.store("players", lists);
        get(musicians.insert(new Musician("ada", List.of(), List.of(), List.of(), List.of())));
        assertThat(get(musicians.deleteById("ada"))).isEqualTo(1);
        assertDetached("players", lists, list -> !list.isEmpty());

        DATABASE.clear();
        forms.store("players", lists);
        assertThat(get(concerts.repair(concert.players(), RepairRule.PULL))).isEqualTo(lists.size() - 1);
        assertDetached("players", lists, list -> !list.isEmpty());
    }

    @Test
    void readsOnlyWhereAShapeIsLeftThatNoUpdateCanName() {
        forms.store(
                "players",
                List.of(
                        BsonArray.parse("['ada', {$ref: 'musicians', $id: 'ada'}, 'bob']"),
                        BsonArray.parse("['ada', {$ref: 'musicians', $id: 'bob', $db: 'other'}]"),
                        BsonArray.parse("['ada', {$ref: 'musicians', $id: 'ada', $db: 'other'}]")));

        assertThat(get(concerts.detach("c0", concert.players(), "ada"))).isEqualTo(1);
        assertThat(get(concerts.detach("c1", concert.players(), "ada"))).isEqualTo(1);
        assertThat(recorder.names()).containsExactly("update", "update");
        recorder.clear();

        assertThat(get(concerts.detach("c2", concert.players(), "ada"))).isEqualTo(1);
        assertThat(recorder.names()).containsExactly("update", "find", "update");
        recorder.clear();

        assertThat(get(musicians.detachAll("ada", musician.concerts(), musician.visits(), musician.conducted())))
                .isZero();
        assertThat(recorder.names()).containsExactly("update");
        assertThat(forms.stored().keySet()).isEqualTo(Set.of("c0", "c1", "c2"));
    }
}

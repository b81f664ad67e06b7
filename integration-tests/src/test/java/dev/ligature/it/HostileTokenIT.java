// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.HostileTexts.HALVES;
import static dev.ligature.it.HostileTexts.LONG;
import static dev.ligature.it.HostileTexts.LONG_LETTERS;
import static dev.ligature.it.HostileTexts.PARCELS;
import static dev.ligature.it.HostileTexts.TEXTS;
import static dev.ligature.it.HostileTexts.quoted;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QParcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ligature.InvalidPageTokenException;
import dev.ligature.it.model.Parcel;
import dev.ligature.it.model.ParcelRepository;
import dev.ligature.query.PageRequest;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Page tokens that nobody was given are refused before anything is sent. Mutated ones are {@code -Dligature.tokens=…} many. */
class HostileTokenIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final long SEED = Long.getLong("ligature.seed", 20_260_502L);
    private static final int TOKENS = Integer.getInteger("ligature.tokens", 400);

    private final ParcelRepository parcels = new ParcelRepository(DATABASE.database());

    @Test
    void refusesTokensThatAreNone() {
        list(parcels.insertAll(PARCELS));
        DATABASE.recorder().clear();
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
        list(parcels.insertAll(PARCELS));
        DATABASE.recorder().clear();
        List<String> found = new ArrayList<>();
        PageRequest next = PageRequest.first(7);
        while (next != null) {
            var page = get(parcels.find().sort(parcel.text.asc()).page(next));
            page.items().forEach(each -> found.add(each.text()));
            next = page.nextRequest().orElse(null);
        }

        assertThat(found)
                .isEqualTo(PARCELS.stream()
                        .map(Parcel::text)
                        .sorted(HostileTexts::compare)
                        .toList());
        assertThat(found).allMatch(Objects::nonNull);
    }
}

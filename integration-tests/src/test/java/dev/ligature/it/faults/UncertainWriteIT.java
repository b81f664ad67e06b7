// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ligature.OperationException;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.FrameRepository;
import dev.ligature.it.model.Ledger;
import dev.ligature.it.model.LedgerRepository;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.WindowRepository;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Writes whose reply is lost, by a client that does not retry: nobody knows whether they were done, and they are made again. */
class UncertainWriteIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestDatabase server = new TestDatabase().clearedBeforeEach();

    private final WindowRepository windows = new WindowRepository(server.database());
    private final FrameRepository frames = new FrameRepository(server.database());

    private static FaultyServer withoutRetries() {
        return new FaultyServer(server, settings -> settings.retryWrites(false));
    }

    private static Window newWindow() {
        return Window.of(3, true)
                .withFrame(Ref.of(new Frame(null, "red")))
                .withSpares(List.of(Ref.of(new Frame(null, "blue"))));
    }

    private static void fails(Mono<?> write) {
        assertThat(catchThrowableOfType(OperationException.class, () -> write.block(PATIENCE)))
                .hasMessageContaining("is not known");
    }

    private long stored() {
        return Objects.requireNonNull(windows.count().block(PATIENCE)) * 100
                + Objects.requireNonNull(frames.count().block(PATIENCE));
    }

    @Test
    void storesRecordsWithoutIdsAgainWhenTheSameInsertIsMadeAgain() {
        try (FaultyServer faulty = withoutRetries()) {
            WindowRepository cut = new WindowRepository(faulty.database());
            Window window = newWindow();
            faulty.faults().at(2, new Fault.CutAfter());

            fails(cut.insert(window, WriteRule.WRITE));
            cut.insert(window, WriteRule.WRITE).block(PATIENCE);

            assertThat(stored()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void storesRecordsOnceThatWereGivenTheirIdsBefore(int command) {
        try (FaultyServer faulty = withoutRetries()) {
            WindowRepository cut = new WindowRepository(faulty.database());
            Window window = cut.identified(newWindow(), WriteRule.WRITE);
            faulty.faults().at(command, new Fault.CutAfter());

            fails(cut.save(window, WriteRule.WRITE));
            Window saved = cut.save(window, WriteRule.WRITE).block(PATIENCE);

            assertThat(stored()).isEqualTo(102);
            assertThat(saved).isEqualTo(window);
            assertThat(windows.find().fetchLinks().one().block(PATIENCE)).isEqualTo(window);
        }
    }

    @Test
    void storesDocumentsOfAClassOnceWhichKeepTheirIds() {
        try (FaultyServer faulty = withoutRetries()) {
            LedgerRepository cut = new LedgerRepository(faulty.database());
            Ledger ledger = new Ledger();
            faulty.faults().at(1, new Fault.CutAfter());

            fails(cut.insert(ledger));

            assertThat(ledger.id).isNotNull();
            assertThat(catchThrowableOfType(
                            OperationException.class, () -> cut.insert(ledger).block(PATIENCE)))
                    .hasMessageContaining("11000");
            assertThat(cut.count().block(PATIENCE)).isEqualTo(1);
        }
    }

    @Test
    void givesIdsWithoutSendingAnything() {
        server.recorder().clear();
        Window window = newWindow();

        Window alone = windows.identified(window.withFrame(Ref.of(new Frame(null, "red"))));
        assertThat(alone.id()).isNotNull();
        assertThat(alone.spares().get(0).id()).isNull();

        Window whole = windows.identified(window, WriteRule.WRITE);
        assertThat(whole.id()).isNotNull();
        assertThat(whole.frame().orElseThrow().id()).isNotNull();
        assertThat(whole.spares().get(0).get().id())
                .isEqualTo(whole.spares().get(0).id());
        assertThat(windows.identified(whole, WriteRule.WRITE)).isSameAs(whole);
        assertThat(server.recorder().names()).isEmpty();
    }
}

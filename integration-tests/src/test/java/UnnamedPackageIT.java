// SPDX-License-Identifier: Apache-2.0
import static dev.ligature.it.Houses.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.declarations.Stored;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The part of the catalogue of declarations that has no package. */
class UnnamedPackageIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final WindmillRepository windmills = new WindmillRepository(DATABASE.database());

    @Test
    void storesADocumentOfTheUnnamedPackage() {
        Windmill built =
                new Windmill(null, new Windmill.Sail(8), Map.of(Windmill.Cloth.LINEN, 4), Optional.empty(), List.of());

        Windmill read = Stored.roundTrip(windmills, built, "{sail: {length: 8}, cloths: {l: 4}}");

        assertThat(read.sail()).isEqualTo(built.sail());
        assertThat(read.cloths()).isEqualTo(built.cloths());
    }

    @Test
    void linksDocumentsOfTheUnnamedPackage() {
        Windmill last = new Windmill(null, new Windmill.Sail(9), Map.of(), Optional.empty(), List.of());
        get(windmills.insert(
                new Windmill(null, new Windmill.Sail(8), Map.of(), Optional.of(Ref.of(last)), List.of()),
                WriteRule.WRITE));

        assertThat(get(windmills
                        .find(QWindmill.windmill.next().sail.length.eq(9))
                        .count()))
                .isEqualTo(1);
        assertThat(get(windmills
                                .find(QWindmill.windmill.previous().sail.length.eq(8))
                                .one())
                        .sail())
                .isEqualTo(new Windmill.Sail(9));
    }
}

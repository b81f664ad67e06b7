// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QParcel.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.model.IndexOptions;
import dev.ligature.LigatureException;
import dev.ligature.it.model.Parcel;
import dev.ligature.it.model.ParcelRepository;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** What errors say goes into logs: little of a value, one line, and nothing of a reply but the error in it. */
class ErrorTextIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final int LONGEST = 1_003;
    private static final int OF_A_CAUSE = 400;
    private static final String SECRET = "s3cret\nERROR forged " + "x".repeat(300_000);

    private final ParcelRepository parcels = new ParcelRepository(DATABASE.database());

    private static void isShort(ThrowingCallable call, String... parts) {
        assertThat(catchThrowable(call))
                .isInstanceOf(LigatureException.class)
                .hasMessageContainingAll(parts)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .hasSizeLessThanOrEqualTo(LONGEST)
                        .doesNotContain("\n")
                        .doesNotContain("x".repeat(OF_A_CAUSE + 1)));
    }

    @Test
    void showsTheStartOfALongValue() {
        isShort(
                () -> list(parcels.find(parcel.text.eq(SECRET + "\ud800")).all()),
                "Parcel.text.eq",
                "s3cret\\nERROR forged xxx");
        isShort(
                () -> parcels.replace(Parcel.of(SECRET, "a")).block(),
                "Parcel [s3cret\\nERROR",
                "is not in \"parcels\"");
        isShort(
                () -> get(parcels.attach(SECRET, parcel.next(), "a")),
                "Parcel s3cret\\nERROR",
                "is not in \"parcels\"");
        list(parcels.insertAll(List.of(Parcel.of("a", SECRET), Parcel.of("b", SECRET))));
        isShort(() -> parcels.find(parcel.text.eq(SECRET)).one().block(), "holds for several documents", "a and b");
    }

    @Test
    void showsTheErrorOfAServerWithoutItsReply() {
        get(Mono.from(parcels.collection()
                .createIndex(new BsonDocument("note", new BsonInt32(1)), new IndexOptions().unique(true))));
        String value = "x".repeat(900); // longer ones no index of some servers takes
        get(parcels.insert(Parcel.of("a", value)));

        isShort(() -> get(parcels.insert(Parcel.of("b", value))), "Parcel: write in \"parcels\" failed", "11000");
        isShort(
                () -> list(parcels.find(parcel.where(BsonDocument.parse("{$nonsense: '" + value + "'}")))
                        .all()),
                "Parcel: find in \"parcels\" failed");
    }

    @Test
    void showsTheFirstOfManyDocuments() {
        list(parcels.insertAll(IntStream.range(0, 30)
                .mapToObj(i -> Parcel.of(i + "x".repeat(500), "a"))
                .toList()));

        isShort(
                () -> list(parcels.insertAll(IntStream.rangeClosed(0, 30)
                        .map(i -> 30 - i)
                        .mapToObj(i -> Parcel.of(i + "x".repeat(500), "a"))
                        .toList())),
                "Written before that: Parcel 30xxx");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.converters;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.declarations.Stored.roundTrip;
import static dev.ligature.it.declarations.Stored.serverRefuses;
import static dev.ligature.it.declarations.converters.QInvoice.invoice;
import static dev.ligature.it.declarations.converters.QSite.site;
import static dev.ligature.it.declarations.converters.QTill.till;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import dev.ligature.DocumentReadException;
import dev.ligature.UnsupportedTypeException;
import dev.ligature.it.UriCodec;
import dev.ligature.it.declarations.Stored;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that a converter stores as values of another type: written, read, found, sorted, changed and shown. */
class ConvertersIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final InvoiceRepository invoices = new InvoiceRepository(DATABASE.database());
    private final TillRepository tills = new TillRepository(DATABASE.database());

    private void insert(long... totals) {
        for (long total : totals) {
            get(invoices.insert(Invoice.of(total)));
        }
    }

    @Test
    void storesWhatConvertersMake() {
        Invoice read = roundTrip(invoices, Invoice.of(10), """
                {
                  total: {$numberLong: '1000'},
                  discount: {$numberLong: '100'},
                  address: 'https://example.org/',
                  secret: 'cba',
                  sent: 'yes',
                  grade: 20,
                  place: [1.5, 2.5],
                  former: [3.0, 4.0],
                  span: {from: {$date: '1970-01-01T00:00:00Z'}, to: {$date: '1970-01-01T00:00:00.005Z'}},
                  rates: [{$numberLong: '200'}, {$numberLong: '300'}],
                  grades: [10],
                  fees: [{$numberLong: '400'}],
                  byMonth: {may: [{$numberLong: '500'}]},
                  byGrade: {LOW: {$numberLong: '600'}},
                  lines: [
                    {name: 'desk', price: {$numberLong: '700'}},
                    {name: 'lamp', price: {$numberLong: '800'}}
                  ],
                  plain: {cents: {$numberLong: '900'}}
                }
                """);

        assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(Invoice.of(10));
    }

    @ParameterizedTest
    @DisabledOnEmbedded("validators of collections")
    @ValueSource(
            strings = {
                "{$set: {total: 'ten'}}",
                "{$set: {secret: 1}}",
                "{$set: {sent: true}}",
                "{$set: {grade: 'HIGH'}}",
                "{$set: {place: ['north']}}",
                "{$set: {'span.from': 1}}",
                "{$set: {rates: ['two']}}",
                "{$set: {'byGrade.LOW': 'six'}}",
                "{$set: {'lines.0.price': 'seven'}}"
            })
    void letsTheServerCheckWhatConvertersMake(String change) {
        invoices.createCollection().block();
        insert(10);

        serverRefuses(invoices, change);
    }

    @Test
    void convertsMembersOfAClass() {
        Till full = new Till();
        full.setLimit(Money.of(9));

        Till read = roundTrip(tills, full, "{content: {$numberLong: '500'}, limit: {$numberLong: '900'}}");

        assertThat(read.content).isEqualTo(Money.of(5));
        assertThat(read.getLimit()).isEqualTo(Money.of(9));
        assertThat(get(tills.find(till.limit.lte(Money.of(9))).exists())).isTrue();
    }

    @Test
    void leavesNullsAndDefaultsToTheMember() {
        Stored.put(tills, "{limit: null}");

        Till read = get(tills.find().one());

        assertThat(read.content).isEqualTo(Money.of(5));
        assertThat(read.getLimit()).isNull();
    }

    @Test
    void comparesStoredValues() {
        insert(10, 20, 30);

        assertThat(list(invoices.find(invoice.total.eq(Money.of(20))).all()))
                .extracting(Invoice::total)
                .containsExactly(Money.of(20));
        assertThat(get(invoices.find(invoice.total.gt(Money.of(10))).count())).isEqualTo(2);
        assertThat(get(invoices.find(invoice.total.in(Money.of(10), Money.of(30)))
                        .count()))
                .isEqualTo(2);
        assertThat(get(invoices.find(invoice.total.ne(Money.of(10))).count())).isEqualTo(2);
        assertThat(get(invoices.find(invoice.discount.isNull()).count())).isZero();
        assertThat(get(invoices.find(invoice.secret.eq("abc")).count())).isEqualTo(3);
        assertThat(get(invoices.find(invoice.sent.eq(true)).count())).isEqualTo(3);
        assertThat(get(invoices.find(invoice.grade.gte(Grade.HIGH)).count())).isEqualTo(3);
        assertThat(get(invoices.find(invoice.span.eq(new Span(Instant.EPOCH, Duration.ofMillis(5))))
                        .count()))
                .isEqualTo(3);
        assertThat(invoices.find(invoice.total.gt(Money.of(10))).plan().toString())
                .contains("{\"total\": {\"$gt\": 1000}}");
    }

    @Test
    void comparesWhatContainersHold() {
        insert(10);

        assertThat(get(invoices.find(invoice.rates.contains(Money.of(3))).exists()))
                .isTrue();
        assertThat(get(invoices.find(invoice.rates.any(rate -> rate.gt(Money.of(3))))
                        .exists()))
                .isFalse();
        assertThat(get(invoices.find(invoice.rates.eq(List.of(Money.of(2), Money.of(3))))
                        .exists()))
                .isTrue();
        assertThat(get(invoices.find(invoice.grades.eq(Set.of(Grade.LOW))).exists()))
                .isTrue();
        assertThat(get(invoices.find(invoice.byMonth.key("may").contains(Money.of(5)))
                        .exists()))
                .isTrue();
        assertThat(get(invoices.find(invoice.byGrade.key(Grade.LOW).lt(Money.of(7)))
                        .exists()))
                .isTrue();
        assertThat(get(invoices.find(
                                invoice.lines.any(line -> line.name.eq("lamp").and(line.price.gte(Money.of(8)))))
                        .exists()))
                .isTrue();
        assertThat(get(invoices.find(
                                invoice.lines.any(line -> line.name.eq("desk").and(line.price.gte(Money.of(8)))))
                        .exists()))
                .isFalse();
    }

    @Test
    void looksIntoAListThatAValueIsStoredAs() {
        insert(10);

        assertThat(get(invoices.find(invoice.place.eq(new Position(1.5, 2.5))).exists()))
                .isTrue();
        assertThat(get(invoices.find(invoice.place.contains(2.5)).exists())).isTrue();
        assertThat(get(invoices.find(invoice.former.any(each -> each.gt(4.0))).exists()))
                .isFalse();
    }

    @Test
    void comparesThroughALink() {
        get(invoices.insert(Invoice.of(10).after(Invoice.of(20)), WriteRule.WRITE));

        assertThat(list(invoices.find(invoice.previous().total.gt(Money.of(15))).all()))
                .extracting(Invoice::total)
                .containsExactly(Money.of(10));
    }

    @Test
    void sortsAndPagesByStoredValues() {
        insert(20, 30, 10);

        assertThat(list(invoices.find().sort(invoice.total.desc()).all()))
                .extracting(Invoice::total)
                .containsExactly(Money.of(30), Money.of(20), Money.of(10));
        Page<Invoice> first = get(invoices.find().sort(invoice.total.asc()).page(PageRequest.first(2)));
        assertThat(first.items()).extracting(Invoice::total).containsExactly(Money.of(10), Money.of(20));
        Page<Invoice> second = get(invoices.find()
                .sort(invoice.total.asc())
                .page(first.nextRequest().orElseThrow()));
        assertThat(second.items()).extracting(Invoice::total).containsExactly(Money.of(30));
    }

    @Test
    void updatesStoredValues() {
        insert(10);

        get(invoices.find()
                .update(
                        invoice.total.set(Money.of(50)),
                        invoice.discount.max(Money.of(2)),
                        invoice.rates.push(Money.of(4)),
                        invoice.place.set(new Position(9, 8)),
                        invoice.sent.set(false),
                        invoice.byGrade.key(Grade.HIGH).set(Money.of(1))));

        BsonDocument stored = Stored.in(invoices);
        assertThat(stored.get("total"))
                .isEqualTo(BsonDocument.parse("{v: {$numberLong: '5000'}}").get("v"));
        assertThat(stored.getString("sent").getValue()).isEqualTo("no");
        Invoice read = get(invoices.find().one());
        assertThat(read.total()).isEqualTo(Money.of(50));
        assertThat(read.discount()).contains(Money.of(2));
        assertThat(read.rates()).endsWith(Money.of(4)).hasSize(3);
        assertThat(read.place()).isEqualTo(new Position(9, 8));
        assertThat(read.byGrade()).containsEntry(Grade.HIGH, Money.of(1)).hasSize(2);
        get(invoices.find().update(invoice.rates.pull(Money.of(4)), invoice.discount.unset()));
        assertThat(get(invoices.find().one()).rates()).containsExactly(Money.of(2), Money.of(3));
    }

    @Test
    void showsConvertedMembersInProjections() {
        get(invoices.insert(Invoice.of(10).after(Invoice.of(20)), WriteRule.WRITE));

        assertThat(get(invoices.find(invoice.total.eq(Money.of(10)))
                        .as(InvoiceCard.class)
                        .one()))
                .isEqualTo(new InvoiceCard(
                        Money.of(10),
                        Optional.of(Money.of(1)),
                        List.of(Money.of(2), Money.of(3)),
                        "1000",
                        List.of("200", "300"),
                        Optional.of(Money.of(20)),
                        Optional.of("2000"),
                        Money.of(9),
                        true));
        assertThat(get(invoices.find(invoice.total.eq(Money.of(20)))
                                .as(InvoiceCard.class)
                                .one())
                        .centsBefore())
                .isEmpty();
    }

    @Test
    void createsTheIndexOfAConvertedMember() {
        get(invoices.createIndexes().thenReturn(true));

        assertThat(list(invoices.find(invoice.total.eq(Money.of(1))).plan().check()))
                .isEmpty();
    }

    @Test
    void takesTheCodecOfTheRegistryForTheStoredType() {
        assertThatThrownBy(() -> new SiteRepository(DATABASE.database()))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("Site.host has the type java.net.URI");
        SiteRepository sites = new SiteRepository(DATABASE.database()
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new UriCodec()), MongoClientSettings.getDefaultCodecRegistry())));
        Site read = roundTrip(
                sites,
                new Site(null, "example.org", List.of("example.com")),
                "{host: 'https://example.org/', others: ['https://example.com/']}");

        assertThat(read.host()).isEqualTo("example.org");
        assertThat(read.others()).containsExactly("example.com");
        assertThat(get(sites.find(site.host.eq("example.org").and(site.others.contains("example.com")))
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void namesTheFieldThatAConverterCannotRead() {
        Stored.put(tills, "{_id: {$oid: '65f0c0ffee0123456789abcd'}, content: {$numberLong: '-1'}}");

        assertThatThrownBy(() -> get(tills.find().one()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("Till 65f0c0ffee0123456789abcd in \"till\", field \"content\": no money: -1")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheFieldWhoseStoredTypeIsAnother() {
        Stored.put(tills, "{_id: {$oid: '65f0c0ffee0123456789abcd'}, content: 'much'}");

        assertThatThrownBy(() -> get(tills.find().one()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("field \"content\": expected an integer, found STRING");
    }
}

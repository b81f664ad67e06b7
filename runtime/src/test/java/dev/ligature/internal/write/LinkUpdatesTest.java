// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.stored.StoredRoute;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** The statements that links are changed by, as they are sent. */
class LinkUpdatesTest {
    private static final class Person {}

    private static final DocumentType<Person> PERSON = DocumentType.builder(Person.class, "persons")
            .id("id", Integer.class, ValueCodecs.INTEGER, person -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("statements need no codec");
            })
            .link("boss", "boss", LinkShape.OPTIONAL, LinkStorage.DBREF, () -> LinkUpdatesTest.PERSON)
            .link("friends", "f", LinkShape.OPTIONAL_LIST, LinkStorage.ID, () -> LinkUpdatesTest.PERSON)
            .link("rivals", "rivals", LinkShape.LIST, LinkStorage.ID, () -> LinkUpdatesTest.PERSON)
            .link("twin", "twin", LinkShape.OPTIONAL, LinkStorage.ID, () -> LinkUpdatesTest.PERSON)
            .build();

    private static final LinkWay HOME = LinkWay.empty().through("home", "h", club -> null);
    private static final LinkWay TEAMS = LinkWay.empty().through("teams", "t", club -> null, LinkHolder.LISTED);

    /** Its links are in embedded values. */
    private static final DocumentType<Object> CLUB = DocumentType.builder(Object.class, "clubs")
            .id("id", Integer.class, ValueCodecs.INTEGER, club -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("statements need no codec");
            })
            .link(HOME, "host", "host", LinkShape.OPTIONAL, LinkStorage.ID, home -> null, () -> PERSON)
            .link(HOME, "owner", "owner", LinkShape.OPTIONAL, LinkStorage.DBREF, home -> null, () -> PERSON)
            .link(HOME, "guests", "g", LinkShape.OPTIONAL_LIST, LinkStorage.ID, home -> null, () -> PERSON)
            .link(TEAMS, "coach", "c", LinkShape.OPTIONAL, LinkStorage.DBREF, team -> null, () -> PERSON)
            .link(TEAMS, "players", "players", LinkShape.LIST, LinkStorage.ID, team -> null, () -> PERSON)
            .build();

    private static final List<BsonValue> ONE = List.of(new BsonInt32(1));
    private static final List<BsonValue> TWO = List.of(new BsonInt32(1), new BsonInt32(2));

    private static LinkType link(String member) {
        return PERSON.link(member);
    }

    private static List<WriteModel<RawBsonDocument>> removals(
            LinkType link, BsonDocument documents, StoredValues values, boolean entries) {
        return LinkUpdates.removals(link, StoredRoute.of(link), documents, values, entries);
    }

    /** The statements of a command: for one document or for many, what finds it and what is done to it. */
    private static List<String> text(List<WriteModel<RawBsonDocument>> updates) {
        return updates.stream().map(LinkUpdatesTest::text).toList();
    }

    private static String text(WriteModel<RawBsonDocument> update) {
        if (update instanceof UpdateOneModel<RawBsonDocument> one) {
            return text("one", (BsonDocument) one.getFilter(), (BsonDocument) Objects.requireNonNull(one.getUpdate()));
        }
        UpdateManyModel<RawBsonDocument> many = (UpdateManyModel<RawBsonDocument>) update;
        List<? extends Bson> elements = many.getOptions().getArrayFilters();
        return text("all", (BsonDocument) many.getFilter(), (BsonDocument) Objects.requireNonNull(many.getUpdate()))
                + (elements == null ? "" : " " + elements.toString().replace('"', '\''));
    }

    private static String text(String number, BsonDocument filter, BsonDocument update) {
        return (number + " " + filter.toJson() + " " + update.toJson()).replace('"', '\'');
    }

    @Test
    void addToAListWhatIsNotInIt() {
        assertThat(text(LinkUpdates.attach(new LinkEnds(link("rivals"), ONE, TWO))))
                .containsExactly("one {'_id': 1} {'$addToSet': {'rivals': {'$each': [1, 2]}}}");
    }

    @Test
    void takeTurnsWhereAListMayBeNull() {
        assertThat(text(LinkUpdates.attach(new LinkEnds(link("friends"), TWO, ONE))))
                .containsExactly(
                        "all {'_id': {'$in': [1, 2]}, '$or': [{'f': {'$type': 'array'}}, {'f': {'$exists': false}}]}"
                                + " {'$addToSet': {'f': {'$each': [1]}}}",
                        "all {'_id': {'$in': [1, 2]}, 'f': null, 'f.0': {'$exists': false}} {'$set': {'f': [1]}}");
    }

    @Test
    void putATargetInThePlaceOfAnotherInTheDeclaredForm() {
        assertThat(text(LinkUpdates.attach(new LinkEnds(link("boss"), ONE, ONE))))
                .containsExactly("one {'_id': 1} {'$set': {'boss': {'$ref': 'persons', '$id': 1}}}");
    }

    @Test
    void raiseTheVersionOfTheDocumentThatStoresTheLink() {
        assertThat(text(LinkUpdates.attach(new LinkEnds(Town.HOUSE.link("door"), ONE, ONE))))
                .containsExactly("one {'_id': 1} {'$set': {'d': 1}, '$inc': {'v': 1}}");
    }

    @Test
    void takeEntriesOutOfListsThatHoldThem() {
        BsonDocument documents = BsonDocument.parse("{_id: 7}");
        StoredValues values = StoredValues.of(BsonArray.parse("[1, {$ref: 'persons', $id: 1}, {$ref: 'persons'}]"));

        assertThat(text(removals(link("friends"), documents, values, true)))
                .containsExactlyInAnyOrder(
                        "all {'_id': 7, '$and': [{'f': {'$in': [1, {'$ref': 'persons', '$id': 1}]}}, {'f': {'$type':"
                                + " 'array'}}]} {'$pull': {'f': {'$in': [1, {'$ref': 'persons', '$id': 1}]}}}",
                        "all {'_id': 7, '$and': [{'f': {'$eq': {'$ref': 'persons'}}}, {'f': {'$type': 'array'}}]}"
                                + " {'$pull': {'f': {'$eq': {'$ref': 'persons'}}}}");
        assertThat(documents).as("is used again").isEqualTo(BsonDocument.parse("{_id: 7}"));
    }

    @Test
    void removeALinkToOneAsItsAbsenceIsStored() {
        BsonDocument documents = new BsonDocument();
        StoredValues values = StoredValues.of(ONE);

        assertThat(text(removals(link("twin"), documents, values, false)))
                .containsExactly("all {'$and': [{'twin': {'$in': [1]}}]} {'$unset': {'twin': ''}}");
        assertThat(text(removals(link("boss"), documents, values, false)))
                .containsExactly("all {'$and': [{'boss': {'$in': [1]}}]} {'$set': {'boss': null}}");
    }

    @Test
    void emptyAllLinksOfADocumentAtOnce() {
        assertThat(text(LinkUpdates.empty(new BsonInt32(7), PERSON.links())))
                .containsExactly(
                        "one {'_id': 7} {'$set': {'boss': null, 'f': [], 'rivals': []}, '$unset': {'twin': ''}}");
    }

    @Test
    void changeALinkOfAnEmbeddedValueWhereTheValueIs() {
        assertThat(text(LinkUpdates.attach(new LinkEnds(CLUB.link("home.host"), ONE, ONE))))
                .containsExactly("one {'_id': 1, 'h': {'$type': 'object'}} {'$set': {'h.host': 1}}");
        assertThat(text(LinkUpdates.attach(new LinkEnds(CLUB.link("home.guests"), ONE, TWO))))
                .containsExactly(
                        "one {'_id': 1, '$or': [{'h.g': {'$type': 'array'}}, {'h.g': {'$exists': false}}], 'h':"
                                + " {'$type': 'object'}} {'$addToSet': {'h.g': {'$each': [1, 2]}}}",
                        "one {'_id': 1, 'h.g': null, 'h.g.0': {'$exists': false}, 'h': {'$type': 'object'}}"
                                + " {'$set': {'h.g': [1, 2]}}");
    }

    @Test
    void emptyLinksOfEmbeddedValuesWhereTheValuesAre() {
        assertThat(text(LinkUpdates.empty(
                        new BsonInt32(7),
                        List.of(CLUB.link("home.host"), CLUB.link("home.owner"), CLUB.link("home.guests")))))
                .containsExactly(
                        "one {'_id': 7} {'$unset': {'h.host': ''}}",
                        "one {'_id': 7, 'h': {'$type': 'object'}} {'$set': {'h.owner': null, 'h.g': []}}");
        assertThat(text(LinkUpdates.empty(new BsonInt32(7), List.of(CLUB.link("home.guests")))))
                .as("the document is found whatever it holds")
                .containsExactly(
                        "one {'_id': 7} {'$setOnInsert': {'h.g': null}}",
                        "one {'_id': 7, 'h': {'$type': 'object'}} {'$set': {'h.g': []}}");
    }

    @Test
    void removeLinksFromTheElementsThatHoldThem() {
        BsonDocument documents = BsonDocument.parse("{_id: 7}");

        assertThat(text(removals(CLUB.link("home.host"), documents, StoredValues.of(ONE), false)))
                .containsExactly("all {'_id': 7, '$and': [{'h.host': {'$in': [1]}}]} {'$unset': {'h.host': ''}}");
        assertThat(text(removals(CLUB.link("teams.coach"), documents, StoredValues.of(ONE), false)))
                .containsExactly("all {'_id': 7, '$and': [{'t.c': {'$in': [1]}}, {'t': {'$type': 'array'}}]}"
                        + " {'$set': {'t.$[e0].c': null}} [{'e0.c': {'$in': [1]}}]");
        assertThat(text(removals(CLUB.link("teams.players"), documents, StoredValues.of(ONE), true)))
                .containsExactly("all {'_id': 7, '$and': [{'t.players': {'$in': [1]}}, {'t.players': {'$type':"
                        + " 'array'}}, {'t': {'$type': 'array'}}]} {'$pull': {'t.$[e0].players': {'$in': [1]}}}"
                        + " [{'e0.players': {'$in': [1]}, 'e0.players.0': {'$exists': true}}]");
    }

    @Test
    void areOfAsManyOwnersAsACommandTakes() {
        List<BsonValue> owners =
                IntStream.range(0, 10_001).<BsonValue>mapToObj(BsonInt32::new).toList();

        assertThat(new LinkEnds(link("rivals"), owners, ONE).commands())
                .extracting(each -> each.owners().size())
                .containsExactly(10_000, 1);
        assertThat(new LinkEnds(link("rivals"), owners, List.of()).commands())
                .as("attaches nothing")
                .isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import static com.example.declarations.QBuiltShelf.builtShelf;
import static com.example.declarations.QDataShelf.dataShelf;
import static com.example.declarations.QFluentShelf.fluentShelf;
import static com.example.declarations.QValueShelf.valueShelf;
import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Repository;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** The part of the catalogue of declarations whose members Lombok makes. */
class LombokDeclarationsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final MongoDatabase database = DATABASE.database();

    private static void assertStored(Repository<?, ?> repository, String json) {
        BsonDocument stored = await(Mono.from(
                repository.collection().withDocumentClass(BsonDocument.class).find()));
        stored.remove("_id");
        assertThat(stored).isEqualTo(BsonDocument.parse(json));
    }

    private static ValueShelf valueShelf(int width) {
        return new ValueShelf(null, Wood.OAK, List.of(new Money(200), new Money(220)), new ValueShelf.Size(width, 2));
    }

    @Test
    void storesData() {
        DataShelfRepository shelves = new DataShelfRepository(database);
        DataShelf built = new DataShelf();
        built.setName("Oak");
        built.setOpen(true);
        built.getBoards().put(Wood.OAK, 3);
        built.setPrice(new Money(250));
        await(shelves.insert(built));

        assertStored(shelves, "{name: 'Oak', isOpen: true, boards: {oak: 3}, price: {$numberLong: '250'}}");
        assertThat(await(shelves.find(dataShelf
                                .price
                                .gt(new Money(200))
                                .and(dataShelf.boards.key(Wood.OAK).eq(3))
                                .and(dataShelf.isOpen.eq(true)))
                        .one()))
                .isEqualTo(built);
    }

    @Test
    void storesValues() {
        ValueShelfRepository shelves = new ValueShelfRepository(database);
        ValueShelf inserted = await(shelves.insert(valueShelf(5)));

        assertStored(
                shelves,
                "{wood: 'oak', offers: [{$numberLong: '200'}, {$numberLong: '220'}], size: {width: 5, height: 2}}");
        assertThat(await(shelves.find(valueShelf
                                .wood
                                .eq(Wood.OAK)
                                .and(valueShelf.offers.contains(new Money(220)))
                                .and(valueShelf.size.width.gt(4)))
                        .one()))
                .isEqualTo(inserted);
    }

    @Test
    void linksDataToValues() {
        DataShelfRepository shelves = new DataShelfRepository(database);
        DataShelf built = new DataShelf();
        built.setPrice(new Money(1));
        built.setNext(Optional.of(Ref.of(valueShelf(7))));
        await(shelves.insert(built, WriteRule.WRITE));

        DataShelf read = await(shelves.find(dataShelf.next().wood.eq(Wood.OAK))
                .fetch(dataShelf.next())
                .one());

        assertThat(read.getNext().orElseThrow().get().getSize()).isEqualTo(new ValueShelf.Size(7, 2));
    }

    @Test
    void leavesABuilderAlone() {
        BuiltShelfRepository shelves = new BuiltShelfRepository(database);
        BuiltShelf inserted =
                await(shelves.insert(BuiltShelf.builder().name("Oak").build()));

        assertStored(shelves, "{name: 'Oak', woods: ['oak']}");
        assertThat(await(shelves.find(builtShelf.woods.contains(Wood.OAK)).one()))
                .isEqualTo(inserted);
        await(shelves.replace(inserted.toBuilder().woods(Set.of(Wood.ASH)).build()));
        assertStored(shelves, "{name: 'Oak', woods: ['ASH']}");
    }

    @Test
    void storesFluentAccessors() {
        FluentShelfRepository shelves = new FluentShelfRepository(database);
        await(shelves.insert(new FluentShelf().wood(Wood.ASH).price(new Money(9))));

        assertStored(shelves, "{wood: 'ASH', price: {$numberLong: '9'}}");
        assertThat(await(shelves.find(fluentShelf.price.lte(new Money(9))).one())
                        .price())
                .isEqualTo(new Money(9));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.generics;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.declarations.Stored.roundTrip;
import static dev.ligature.it.declarations.generics.QAsh.ash;
import static dev.ligature.it.declarations.generics.QElm.elm;
import static dev.ligature.it.declarations.generics.QOak.oak;
import static dev.ligature.it.declarations.generics.QOakLeaf.oakLeaf;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members of generic superclasses have the types that the document gives them. */
class GenericsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final MongoDatabase database = DATABASE.database();

    @Test
    void findsByTheTypeOfAnInheritedId() {
        OakRepository oaks = new OakRepository(database);
        Oak planted = new Oak();
        planted.place = "York";

        Oak read = roundTrip(oaks, planted, "{place: 'York'}");

        assertThat(get(oaks.findById(Objects.requireNonNull(read.id))).place).isEqualTo("York");
        assertThat(get(oaks.find(oak.id.eq(read.id)).count())).isEqualTo(1);
    }

    @Test
    void storesMembersOfSeveralVariables() {
        AshRepository ashes = new AshRepository(database);
        UUID key = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        Ash planted = new Ash();
        planted.id = "a1";
        planted.setKey(key);

        Ash read = roundTrip(ashes, planted, "{key: {$binary: {base64: 'ABEiM0RVZneImaq7zN3u/w==', subType: '04'}}}");

        assertThat(read.id).isEqualTo("a1");
        assertThat(read.getKey()).isEqualTo(key);
        assertThat(get(ashes.find(ash.id.startsWith("a").and(ash.key.eq(key))).exists()))
                .isTrue();
    }

    @Test
    void storesVariablesWithinOtherTypes() {
        ElmRepository elms = new ElmRepository(database);
        Elm.Ring ring = new Elm.Ring(1990, 2.5);
        Elm planted = new Elm();
        planted.id = "e";
        planted.setKey(ring);
        planted.all = List.of(ring, new Elm.Ring(1991, 3));
        planted.named.put("dry", List.of(ring));
        planted.best = Optional.of(ring);

        Elm read = roundTrip(elms, planted, """
                {
                  key: {year: 1990, width: 2.5},
                  all: [{year: 1990, width: 2.5}, {year: 1991, width: 3.0}],
                  named: {dry: [{year: 1990, width: 2.5}]},
                  best: {year: 1990, width: 2.5}
                }
                """);

        assertThat(read.all).isEqualTo(planted.all);
        assertThat(read.named).isEqualTo(planted.named);
        assertThat(read.best).contains(ring);
        assertThat(get(elms.find(elm.all.any(each -> each.year.gt(1990).and(each.width.gt(2.9))))
                        .count()))
                .isEqualTo(1);
        assertThat(get(elms.find(elm.best.width.lt(2.0)).count())).isZero();
    }

    @Test
    void followsAnInheritedLink() {
        OakRepository oaks = new OakRepository(database);
        OakLeafRepository leaves = new OakLeafRepository(database);
        Oak tree = new Oak();
        tree.place = "York";
        OakLeaf leaf = new OakLeaf();
        leaf.size = 5;
        leaf.tree = Ref.of(tree);
        get(leaves.insert(leaf, WriteRule.WRITE));

        OakLeaf read = get(leaves.find(oakLeaf.tree().place.eq("York"))
                .fetch(oakLeaf.tree())
                .one());
        Oak back = get(oaks.find(oak.leaves().size.eq(5)).fetch(oak.leaves()).one());

        assertThat(Objects.requireNonNull(read.tree).get().place).isEqualTo("York");
        assertThat(back.leaves).hasSize(1);
        assertThat(back.leaves.get(0).get().size).isEqualTo(5);
    }
}

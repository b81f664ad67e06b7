// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QLot.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.annotation.Projection;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Lot;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages, counts and plans of projections, as of documents. */
class ProjectionPageIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());

    @Projection(House.class)
    record Height(int doorHeight) {}

    @BeforeEach
    void store() {
        for (int height = 1; height <= 7; height++) {
            db.savedHouse("House " + height % 3, height);
        }
        DATABASE.recorder().clear();
    }

    private ProjectedFind<Height> byName(FetchStrategy strategy) {
        return db.houses.find().using(strategy).sort(house.name.desc()).as(Height.class);
    }

    @ParameterizedTest
    @EnumSource
    void areSortedByWhatTheProjectionDoesNotShow(FetchStrategy strategy) {
        List<Height> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(3).withTotal());
        while (next.isPresent()) {
            Page<Height> page = get(byName(strategy).page(next.get()));
            assertThat(page.total()).hasValue(7);
            sizes.add(page.items().size());
            found.addAll(page.items());
            next = page.nextRequest();
        }

        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(found)
                .isEqualTo(list(db.houses
                        .find()
                        .sort(house.name.desc(), house.id.desc())
                        .as(Height.class)
                        .all()))
                .hasSize(7);
    }

    @Projection(Lot.class)
    record LotBucket(int bucket, Optional<Integer> doorHeight) {}

    @ParameterizedTest
    @EnumSource
    void areSortedByTheIdOfADbRefThatTheProjectionDoesNotShow(FetchStrategy strategy) {
        Lots lots = new Lots(DATABASE);
        lots.store();
        Find<Lot, ObjectId> find =
                lots.lots.find().using(strategy).sort(lot.seller().id.asc());
        ProjectedFind<LotBucket> shown = find.as(LotBucket.class);
        List<LotBucket> paged = new ArrayList<>();

        Optional<PageRequest> next = Optional.of(PageRequest.first(7));
        while (next.isPresent()) {
            Page<LotBucket> page = get(shown.page(next.get()));
            paged.addAll(page.items());
            next = page.nextRequest();
        }

        assertThat(paged)
                .isEqualTo(list(find.sort(lot.id.asc()).as(LotBucket.class).all()))
                .hasSize(60);
    }

    @Test
    void countsWithoutReading() {
        ProjectedFind<Height> tall = db.houses.find(house.door().height.gt(4)).as(Height.class);
        assertThat(get(tall.count())).isEqualTo(3);
        assertThat(get(tall.exists())).isTrue();
        assertThat(get(db.houses
                        .find(house.door().height.gt(9))
                        .as(Height.class)
                        .exists()))
                .isFalse();
    }

    @Test
    void printsThePageWithItsTotal() {
        FetchPlan plan = byName(FetchStrategy.BATCH).plan(PageRequest.first(2).withTotal());

        assertThat(DATABASE.recorder().commands()).isEmpty();
        assertThat(plan).hasToString("""
                House by BATCH
                1. root "houses": all; sorted by name descending, _id descending; the first 3; read as ProjectionPageIT.Height
                   {"find": "houses", "filter": {}, "projection": {"_id": 1, "door": 1, "name": 1}, "sort": {"name": -1, "_id": -1}, "limit": 3}
                2. batch "doors": level 1, once per window of roots: House.door
                   {"find": "doors", "filter": {"_id": {"$in": "<House.door>"}}, "projection": {"_id": 1, "height": 1}, "batchSize": 100000}
                3. total "houses": the number of all: all
                   {"aggregate": "houses", "pipeline": [{"$count": "count"}]}""");
    }

    @Test
    void refusesAPageOfAPage() {
        ProjectedFind<Height> limited = db.houses.find().limit(5).as(Height.class);
        assertThatThrownBy(() -> limited.page(PageRequest.first(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Leave out skip and limit");
    }

    @Test
    void showsHowLinksOfDocumentsAtHandAreFetched() {
        assertThat(db.houses.planFetch(house.door())).hasToString("""
                House by BATCH
                1. batch "doors": level 1, once per window of roots: House.door
                   {"find": "doors", "filter": {"_id": {"$in": "<House.door>"}}, "batchSize": 100000}""");
        assertThat(db.houses.planFetchLinks(1).steps()).isNotEmpty().allMatch(FetchPlan.Batch.class::isInstance);
    }
}

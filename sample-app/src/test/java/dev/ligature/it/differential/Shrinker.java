package dev.ligature.it.differential;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * Makes a failing case small: takes out whatever leaves the same question answered wrongly. It works on the generated values, since a
 * library that takes back random choices one by one changes all that was chosen after them.
 */
final class Shrinker {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoDatabase database;
    private final Instant end = Instant.now().plus(PATIENCE);
    private final Limits limits;
    private Comparison.Difference difference;
    private World world;
    private Query query;

    Shrinker(MongoDatabase database, Limits limits, Comparison.Difference difference, World world, Query query) {
        this.database = database;
        this.limits = limits;
        this.difference = difference;
        this.world = world;
        this.query = query;
    }

    /** The smallest case found, for people. */
    String report() {
        boolean smaller = true;
        while (smaller && Instant.now().isBefore(end)) {
            smaller = shrinkOnce(); // what was too much before may be taken out now
        }
        String plan = new Comparison(new Stored(world, database), query)
                .paged()
                .plan()
                .toString();
        return difference.asked() + " is wrong:\n" + world + "  " + query + "\n  " + difference + "\n" + plan;
    }

    private boolean shrinkOnce() {
        boolean smaller = firstThatFails(Smaller.queries(query).stream().map(each -> tried(world, each)));
        for (int type = 0; type < world.rows().size(); type++) {
            for (int row = world.rowsOf(type).size() - 1; row >= 0; row--) {
                smaller |= tried(Smaller.without(world, type, row), query);
            }
        }
        for (int type = 0; type < world.rows().size(); type++) {
            for (int row = 0; row < world.rowsOf(type).size(); row++) {
                smaller |=
                        firstThatFails(Smaller.rows(world, type, row).stream().map(each -> tried(each, query)));
            }
        }
        smaller |= firstThatFails(Smaller.models(world).stream().map(each -> tried(each, query)));
        return smaller;
    }

    /** Candidates are tried one by one: each is smaller than what there was before, not than one that has been taken over. */
    private static boolean firstThatFails(Stream<Boolean> tried) {
        return tried.anyMatch(failed -> failed);
    }

    /** Takes a candidate over when it fails at the same question. */
    private boolean tried(World otherWorld, Query otherQuery) {
        if (Instant.now().isAfter(end) || !limits.allow(otherWorld, otherQuery)) {
            return false;
        }
        Comparison.Difference found;
        try {
            found = new Comparison(new Stored(otherWorld, database), otherQuery).run(1);
        } catch (NoSuchElementException e) {
            return false; // the query asks for what was taken out
        }
        if (found == null || !found.isLike(difference)) {
            return false;
        }
        world = otherWorld;
        query = otherQuery;
        difference = found;
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failing case small: takes out whatever leaves the same question answered wrongly. It works on the generated values, since a
 * library that takes back random choices one by one changes all that was chosen after them.
 */
final class Shrinker {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoDatabase database;
    private final Instant end = Instant.now().plus(PATIENCE);
    private final Limits limits;
    private Difference difference;
    private World world;
    private Case failing;

    Shrinker(MongoDatabase database, Limits limits, Difference difference, World world, Case failing) {
        this.database = database;
        this.limits = limits;
        this.difference = difference;
        this.world = world;
        this.failing = failing;
    }

    /** The smallest case found, for people. */
    String report() {
        boolean smaller = true;
        while (smaller && Instant.now().isBefore(end)) {
            smaller = shrinkOnce(); // what was too much before may be taken out now
        }
        return difference.asked() + " is wrong:\n" + world + "  " + failing + "\n  " + difference + "\n" + plan();
    }

    private Object plan() {
        return failing instanceof Query query
                ? new Asked(new Stored(world, database), query).documents().plan()
                : "";
    }

    /** Compares one case with the reference. */
    static @Nullable Difference run(Stored stored, Case each) {
        return each instanceof Query query
                ? new Comparison(stored, query).run()
                : new Performance(stored, (Change) each).run();
    }

    private boolean shrinkOnce() {
        boolean smaller = firstThatFails(Smaller.cases(failing).stream().map(each -> tried(world, each)));
        for (int type = 0; type < world.rows().size(); type++) {
            for (int row = world.rows().get(type).size() - 1; row >= 0; row--) {
                smaller |= tried(SmallerWorlds.without(world, type, row), failing);
            }
        }
        for (int type = 0; type < world.rows().size(); type++) {
            for (int row = 0; row < world.rows().get(type).size(); row++) {
                smaller |= firstThatFails(
                        SmallerWorlds.rows(world, type, row).stream().map(each -> tried(each, failing)));
            }
        }
        smaller |= firstThatFails(SmallerWorlds.models(world).stream().map(each -> tried(each, failing)));
        return smaller;
    }

    /** Candidates are tried one by one: each is smaller than what there was before, not than one that has been taken over. */
    private static boolean firstThatFails(Stream<Boolean> tried) {
        return tried.anyMatch(failed -> failed);
    }

    /** Takes a candidate over when it fails at the same question. */
    private boolean tried(World otherWorld, Case other) {
        if (Instant.now().isAfter(end)) {
            return false;
        }
        Difference found;
        try {
            if (!limits.allow(otherWorld, other)) {
                return false;
            }
            found = run(new Stored(otherWorld, database), other);
        } catch (NoSuchElementException e) {
            return false; // the query asks for what was taken out
        }
        if (found == null || !found.isLike(difference)) {
            return false;
        }
        world = otherWorld;
        failing = other;
        difference = found;
        return true;
    }
}

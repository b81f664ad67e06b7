// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which commands meet which fault: by their names and numbers, or by chance from a seed. Counts the commands that pass, without
 * what drivers send on their own account. Can be changed while a proxy uses it.
 */
final class Faults {
    private static final Set<String> HOUSEKEEPING =
            Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "saslStart", "saslContinue", "endSessions");
    private static final int REMEMBERED = 1_000;

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<BsonDocument> hit = new ArrayList<>();
    private final Map<String, Integer> injected = new TreeMap<>();
    private long passed;

    /** A fault for some of the commands that match. */
    private static final class Rule {
        private final Predicate<BsonDocument> commands;
        private final Predicate<Integer> numbers;
        private final Fault fault;
        private int matched;

        Rule(Predicate<BsonDocument> commands, Predicate<Integer> numbers, Fault fault) {
            this.commands = commands;
            this.numbers = numbers;
            this.fault = fault;
        }
    }

    /** No faults. */
    static Faults none() {
        return new Faults();
    }

    /** A fault for the command with a number, counted from 1 and from now on, whatever it is. */
    synchronized Faults at(int number, Fault fault) {
        return add(command -> true, matched -> matched == number, fault);
    }

    /** A fault for the command of a name with a number among those, counted from 1 and from now on. */
    synchronized Faults at(String name, int number, Fault fault) {
        return add(command -> command.getFirstKey().equals(name), matched -> matched == number, fault);
    }

    /** A fault for every command of a name. */
    synchronized Faults always(String name, Fault fault) {
        return add(command -> command.getFirstKey().equals(name), matched -> true, fault);
    }

    /** A fault for every command. */
    synchronized Faults always(Fault fault) {
        return add(command -> true, matched -> true, fault);
    }

    /** A fault for a share of all commands, from 0 to 1, by chance. */
    synchronized Faults sometimes(double share, long seed, Fault fault) {
        Random random = new Random(seed);
        return add(command -> true, matched -> random.nextDouble() < share, fault);
    }

    private Faults add(Predicate<BsonDocument> commands, Predicate<Integer> numbers, Fault fault) {
        rules.add(new Rule(commands, numbers, fault));
        return this;
    }

    /** Forgets all rules and all that was seen. */
    synchronized void clear() {
        heal();
        seen.clear();
        hit.clear();
        injected.clear();
        passed = 0;
    }

    /** Forgets all rules. */
    synchronized void heal() {
        rules.clear();
    }

    /** The fault of a command that has just come, or null. */
    synchronized @Nullable Fault next(BsonDocument command) {
        String name = command.getFirstKey();
        if (HOUSEKEEPING.contains(name)) {
            return null;
        }
        passed++;
        if (seen.size() < REMEMBERED) {
            seen.add(name);
        }
        Fault found = null;
        for (Rule rule : rules) {
            if (rule.commands.test(command) && rule.numbers.test(++rule.matched) && found == null) {
                found = rule.fault;
            }
        }
        if (found != null) {
            injected.merge(found.getClass().getSimpleName(), 1, Integer::sum);
            if (hit.size() < REMEMBERED) {
                hit.add(command);
            }
        }
        return found;
    }

    /** The first commands that have met a fault. */
    synchronized List<BsonDocument> hit() {
        return List.copyOf(hit);
    }

    /** How many commands have come. */
    synchronized long passed() {
        return passed;
    }

    /** The names of the first commands that have come, in their order. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    /** How many commands have met a fault. */
    synchronized int injected() {
        return injected.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many commands have met each kind of fault. */
    synchronized Map<String, Integer> injectedByKind() {
        return Map.copyOf(injected);
    }
}

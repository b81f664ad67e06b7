package dev.ligature.it.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final AtomicInteger injected = new AtomicInteger();

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
        rules.clear();
        seen.clear();
        injected.set(0);
    }

    /** The fault of a command that has just come, or null. */
    synchronized @Nullable Fault next(BsonDocument command) {
        String name = command.getFirstKey();
        if (HOUSEKEEPING.contains(name)) {
            return null;
        }
        seen.add(name);
        Fault found = null;
        for (Rule rule : rules) {
            if (rule.commands.test(command) && rule.numbers.test(++rule.matched) && found == null) {
                found = rule.fault;
            }
        }
        if (found != null) {
            injected.incrementAndGet();
        }
        return found;
    }

    /** The names of the commands that have come, in their order. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    /** How many commands have met a fault. */
    int injected() {
        return injected.get();
    }
}

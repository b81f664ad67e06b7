// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What each contender sends and receives for each workload: costs that do not depend on the machine. */
public final class CommandCounts {
    private final CommandCounter counter = new CommandCounter();
    private final Map<String, Object> open = new HashMap<>();
    private final Consumer<Count> counts;

    private CommandCounts(Consumer<Count> counts) {
        this.counts = counts;
    }

    /**
     * What one run cost.
     *
     * @param commands the commands sent, those that fetch more of a cursor among them
     * @param documents the documents that came back at the top of cursors; joined ones are within their roots
     * @param bytes the size of all replies
     * @param cannot why the contender cannot do the workload; empty when it can
     */
    public record Count(String workload, String contender, int commands, int documents, long bytes, String cannot) {}

    /** Runs everything once and counts. */
    public static List<Count> all() {
        List<Count> counts = new ArrayList<>();
        run(counts::add);
        return counts;
    }

    /** Runs everything once and tells each count as soon as it is known. */
    public static void run(Consumer<Count> counts) {
        CommandCounts run = new CommandCounts(counts);
        try (Connection connection = Connection.listening(run.counter)) {
            HouseWorkload.ALL.forEach(workload -> run.houses(workload, connection));
            run.trees(connection);
            for (CascadeWorkload workload : CascadeWorkload.values()) {
                run.cascades(workload, connection);
            }
        }
    }

    private void houses(HouseWorkload workload, Connection connection) {
        workload.data().load(Connection.shared());
        String database = workload.data().database();
        for (Contender<HouseQueries> contender : HouseContenders.ALL) {
            Runnable opening = () -> opened(contender, connection, database);
            count(workload.title(), contender, opening, () -> workload.ask(opened(contender, connection, database)));
        }
    }

    private void trees(Connection connection) {
        TreeData.load(Connection.shared());
        TreeTable.WORKLOADS.forEach((workload, trees) -> {
            for (Contender<TreeQueries> contender : TreeContenders.ALL) {
                Supplier<TreeQueries> queries = () -> opened(contender, connection, TreeData.DATABASE);
                Runnable opening = () -> opened(contender, connection, TreeData.DATABASE);
                count(workload, contender, opening, () -> queries.get().trees(trees));
            }
        });
    }

    private void cascades(CascadeWorkload workload, Connection connection) {
        for (Contender<Cascades> contender : CascadeContenders.ALL) {
            CascadeWorkload.empty(Connection.shared());
            Supplier<Cascades> cascades = () -> opened(contender, connection, CascadeWorkload.DATABASE);
            count(
                    workload.title(),
                    contender,
                    () -> workload.before(cascades.get()),
                    () -> workload.run(cascades.get()));
        }
        CascadeWorkload.empty(Connection.shared());
    }

    /** Opened once for each database: some contenders start a whole context. */
    @SuppressWarnings("unchecked") // a contender's name and database tell what it opened
    private <Q> Q opened(Contender<Q> contender, Connection connection, String database) {
        return (Q) open.computeIfAbsent(
                contender.name() + " on " + database,
                key -> Objects.requireNonNull(contender.open(connection, database)));
    }

    private void count(String workload, Contender<?> contender, Runnable before, Runnable work) {
        try {
            before.run();
            counter.clear();
            work.run();
            counts.accept(counter.count(workload, contender.name()));
        } catch (CannotException e) {
            counts.accept(new Count(workload, contender.name(), 0, 0, 0, String.valueOf(e.getMessage())));
        }
    }

    /** Prints a table. */
    public static void main(String[] arguments) {
        run(count -> System.out.printf(
                Locale.ROOT,
                "%-45s %-32s %6d commands %6d documents %10d bytes %s%n",
                count.workload(),
                count.contender(),
                count.commands(),
                count.documents(),
                count.bytes(),
                count.cannot()));
    }
}

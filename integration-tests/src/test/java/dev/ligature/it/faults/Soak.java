// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.ObjectId;

/**
 * Breaks every operation in every way, then lets 64 subscribers work for a while with faults by chance, and stores what was promised and
 * what was seen: {@code docs/reliability.md} is rendered from it. Fails where a promise was broken.
 *
 * <p>Arguments: {@code --minutes 30}, {@code --seed 1}, {@code --faults} the number of breaks of each operation, all unless told otherwise, and
 * {@code --results} a file. The server is the one at {@code MONGODB_URI}; it needs
 * transactions.
 */
public final class Soak {
    private final Duration duration;
    private final long seed;
    private final long breaks;
    private final Path results;

    private Soak(List<String> arguments) {
        duration = Duration.ofSeconds((long) (60 * Double.parseDouble(argument(arguments, "--minutes", "30"))));
        seed = Long.parseLong(argument(arguments, "--seed", "1"));
        breaks = Long.parseLong(argument(arguments, "--faults", Long.toString(Long.MAX_VALUE)));
        results = Path.of(argument(arguments, "--results", "../benchmarks/results/reliability/soak.json"));
    }

    private static String argument(List<String> arguments, String name, String otherwise) {
        int position = arguments.indexOf(name);
        return position < 0 ? otherwise : arguments.get(position + 1);
    }

    /** Runs it; ends the JVM with 1 where something fell short. */
    public static void main(String[] arguments) throws IOException {
        String uri = System.getenv("MONGODB_URI");
        if (uri == null || uri.isBlank()) {
            System.err.println(
                    "The soak moves documents by transactions, which the embedded server does not have: set MONGODB_URI.");
            System.exit(1);
        }
        System.exit(new Soak(List.of(arguments)).run(new ConnectionString(uri)) ? 0 : 1);
    }

    private boolean run(ConnectionString server) throws IOException {
        Tally tally = new Tally();
        List<String> shortfalls = matrix(server, tally);
        System.out.print(tally);
        SoakRun.Result result = new SoakRun(duration, seed).run(server);
        Files.createDirectories(results.toAbsolutePath().getParent());
        Files.writeString(results, new SoakFile(server, tally, result).json() + "\n");
        List<String> broken = new ArrayList<>(shortfalls);
        broken.addAll(result.promises().details());
        broken.forEach(System.err::println);
        System.out.printf("%s has the results; short of what is promised: %d%n", results, broken.size());
        return broken.isEmpty();
    }

    private List<String> matrix(ConnectionString server, Tally tally) {
        try (MongoClient client = MongoClients.create(server)) {
            MongoDatabase database = client.getDatabase("ligature_matrix_" + new ObjectId());
            try (Matrix matrix = new Matrix(server, database)) {
                return Operations.all()
                        .flatMap(operation -> shortfalls(matrix, operation, tally))
                        .toList();
            } finally {
                TestDatabase.await(database.drop());
            }
        }
    }

    private Stream<String> shortfalls(Matrix matrix, Operation operation, Tally tally) {
        tally.count(operation);
        Matrix.Prepared prepared = matrix.prepare(operation);
        return prepared.breaks(seed).stream()
                .limit(breaks)
                .map(broken -> matrix.judge(prepared, broken))
                .peek(tally::add)
                .filter(verdict -> !verdict.held())
                .map(Verdict::toString);
    }
}

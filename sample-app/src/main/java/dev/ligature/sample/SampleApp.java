package dev.ligature.sample;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

/**
 * The entry point: loads the packages, creates the indexes, then runs the tour, or serves HTTP when started with {@code serve}.
 * {@code MONGODB_URI} names the server, an embedded one is started without it; {@code PORT} is where HTTP listens.
 */
public final class SampleApp {
    private static final int DEFAULT_PORT = 8080;

    private SampleApp() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    private static int run(List<String> arguments, PrintStream out) {
        boolean serves = arguments.equals(List.of("serve"));
        if (!serves && !arguments.isEmpty()) {
            System.err.println("Start it without arguments for the tour, or with: serve");
            return 2;
        }
        try (SampleDatabase database = SampleDatabase.open(System.getenv("MONGODB_URI"))) {
            out.println("Database: " + database.description());
            Repositories repositories = Repositories.of(database.database());
            PackageService packages = new PackageService(repositories);
            // The one place that waits: everything before it only says what is to be done.
            new PackageLoader(PackageFile.debian12(), repositories, out)
                    .load()
                    .then(
                            serves
                                    ? serve(packages, out)
                                    : new Tour(
                                                    Questions.about(packages),
                                                    Changes.of(repositories, database.transactions()),
                                                    database.commands(),
                                                    out)
                                            .run())
                    .block();
            return 0;
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            return 1;
        }
    }

    /** Serves until the process is ended. */
    private static Mono<Void> serve(PackageService packages, PrintStream out) {
        return Mono.defer(() -> new HttpApi(packages).start(port()))
                .doOnNext(server -> out.println("Serving http://localhost:" + server.port() + "/"))
                .flatMap(DisposableServer::onDispose);
    }

    private static int port() {
        String port = System.getenv("PORT");
        return port == null ? DEFAULT_PORT : Integer.parseInt(port);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The entry point. It loads the packages, creates the indexes, and then runs the tour or, if it is started with
 * {@code serve}, serves the web pages. {@code MONGODB_URI} names the server; without it, an embedded one is started.
 * {@code PORT} is the port of the web pages.
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
            System.err.println("Start it without arguments for the tour, or with the argument: serve");
            return 2;
        }
        try (SampleDatabase database = SampleDatabase.open(System.getenv("MONGODB_URI"))) {
            out.println("Database: " + database.description());
            Repositories repositories = Repositories.of(database.database());
            PackageService packages = new PackageService(repositories);
            PackageLoader loader = new PackageLoader(PackageFile.debian12(), repositories, out);
            ControlLoader controls = new ControlLoader(repositories.controls());
            Mono<Void> work = serves
                    ? serve(packages, loader, out)
                    : loader.load()
                            .then(controls.load())
                            .then(new Tour(
                                            Questions.about(packages, repositories.controls()),
                                            Changes.of(repositories, database.transactions()),
                                            out)
                                    .run());
            work.block(); // the only place that waits: everything before only says what is to be done
            return 0;
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            return 1;
        }
    }

    /** Serves until the process ends. While the packages are being loaded, it says so. */
    private static Mono<Void> serve(PackageService packages, PackageLoader loader, PrintStream out) {
        return Mono.defer(() -> new HttpApi(packages, loader::waitingFor).start(port()))
                .doOnNext(server -> out.println("Serving http://localhost:" + server.port() + "/"))
                .flatMap(server -> loader.load().then(server.onDispose()));
    }

    private static int port() {
        String port = System.getenv("PORT");
        return port == null ? DEFAULT_PORT : Integer.parseInt(port);
    }
}

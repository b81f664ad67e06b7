// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import dev.ligature.sample.model.Names;
import dev.ligature.sample.model.Package;
import dev.ligature.sample.model.Section;
import dev.ligature.sample.model.Source;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fills the database from a file of packages, unless they are there already, and shows the progress. */
final class PackageLoader {
    private static final int BATCH_SIZE = 1_000;
    private static final int CONCURRENT_BATCHES = 4;

    private final PackageFile file;
    private final Repositories repositories;
    private final PrintStream out;
    private volatile Optional<String> waitingFor = Optional.of("The packages are being loaded");

    PackageLoader(PackageFile file, Repositories repositories, PrintStream out) {
        this.file = file;
        this.repositories = repositories;
        this.out = out;
    }

    /** Loads what is missing and creates the indexes. */
    Mono<Void> load() {
        return Mono.zip(file.count(), repositories.packages().count())
                .flatMap(counts -> load(counts.getT1(), counts.getT2()))
                .then(createIndexes())
                .doOnSuccess(done -> waitingFor = Optional.empty());
    }

    /** What is still to be done, for people; empty once everything is loaded. */
    Optional<String> waitingFor() {
        return waitingFor;
    }

    private Mono<Void> load(long wanted, long present) {
        if (present == wanted) {
            return say("%,d packages are there already", present);
        }
        if (present == 0) {
            return insert(wanted);
        }
        return say("%,d of %,d packages are left over from another load: starting again", present, wanted)
                .then(clear())
                .then(insert(wanted));
    }

    private Mono<Void> clear() {
        return repositories
                .packages()
                .find()
                .delete()
                .then(repositories.sources().find().delete())
                .then(repositories.sections().find().delete())
                .then();
    }

    private Mono<Void> insert(long total) {
        return Mono.defer(() -> {
            Progress progress = new Progress(out, total);
            return batches()
                    .flatMap(batch -> insert(batch).thenReturn(batch.packages().size()), CONCURRENT_BATCHES)
                    .doOnNext(count -> {
                        progress.add(count);
                        waitingFor = Optional.of("The packages are being loaded: " + progress);
                    })
                    .then();
        });
    }

    /** Inserts a batch's sections and sources before its packages. So when all packages are there, everything is. */
    private Mono<Void> insert(Batch batch) {
        return repositories
                .sections()
                .insertAll(batch.sections())
                .thenMany(repositories.sources().insertAll(batch.sources()))
                .thenMany(repositories.packages().insertAll(batch.packages()))
                .then();
    }

    /** Batches of packages, each with the sections and sources that no earlier batch has. */
    private Flux<Batch> batches() {
        return Flux.defer(() -> {
            Set<String> sections = new HashSet<>();
            Set<String> sources = new HashSet<>();
            return file.packages()
                    .buffer(BATCH_SIZE)
                    .map(packages -> new Batch(
                            unseen(packages, each -> Names.ofSection(each.section()), sections)
                                    .map(Section::new)
                                    .toList(),
                            unseen(packages, each -> Names.ofSource(each.source()), sources)
                                    .map(name -> new Source(name, List.of()))
                                    .toList(),
                            packages));
        });
    }

    private static Stream<String> unseen(List<Package> packages, Function<Package, String> name, Set<String> seen) {
        return packages.stream().map(name).filter(seen::add);
    }

    private record Batch(List<Section> sections, List<Source> sources, List<Package> packages) {}

    private Mono<Void> createIndexes() {
        return repositories
                .createIndexes()
                .thenReturn(true) // only values are timed
                .timed()
                .flatMap(timed ->
                        say("Indexes created in %,d ms", timed.elapsed().toMillis()));
    }

    private Mono<Void> say(String format, Object... values) {
        return Mono.fromRunnable(() -> out.println(String.format(Locale.ROOT, format, values)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the questions one by one and prints each with its plan, its answer, the commands that it took and the time. Then
 * makes the changes and prints the result of each.
 */
final class Tour {
    private final List<Question> questions;
    private final List<Change> changes;
    private final PrintStream out;

    Tour(List<Question> questions, List<Change> changes, PrintStream out) {
        this.questions = questions;
        this.changes = changes;
        this.out = out;
    }

    Mono<Void> run() {
        return Flux.range(1, questions.size())
                .concatMap(number -> ask(number, questions.get(number - 1)))
                .thenMany(Flux.range(1, changes.size()))
                .concatMap(number -> make(questions.size() + number, changes.get(number - 1)))
                .then();
    }

    private Mono<Void> make(int number, Change change) {
        return Mono.defer(() -> {
            out.println();
            out.println(number + ". " + change.title());
            return run("Result", change.result());
        });
    }

    private Mono<Void> ask(int number, Question question) {
        return Mono.defer(() -> {
            out.println();
            out.println(number + ". " + question.title());
            print("Plan", question.plan().toString().lines().toList());
            return run("Answer", question.answer());
        });
    }

    private Mono<Void> run(String heading, Flux<String> result) {
        CommandLog log = new CommandLog();
        return log.watch(result.collectList())
                .timed()
                .doOnNext(timed -> print(
                        String.format(
                                Locale.ROOT,
                                "%s, %s, %,d ms",
                                heading,
                                log.summary(),
                                timed.elapsed().toMillis()),
                        timed.get()))
                .then();
    }

    private void print(String heading, List<String> lines) {
        out.println("   " + heading + ":");
        lines.forEach(line -> out.println("     " + line));
    }
}

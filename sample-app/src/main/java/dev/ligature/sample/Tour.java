package dev.ligature.sample;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Timed;

/** Asks the questions one by one and prints each with its plan, its answer, the commands it took and the time. */
final class Tour {
    private final List<Question> questions;
    private final CommandCounter commands;
    private final PrintStream out;

    Tour(List<Question> questions, CommandCounter commands, PrintStream out) {
        this.questions = questions;
        this.commands = commands;
        this.out = out;
    }

    Mono<Void> run() {
        return Flux.range(1, questions.size())
                .concatMap(number -> ask(number, questions.get(number - 1)))
                .then();
    }

    private Mono<Void> ask(int number, Question question) {
        return Mono.defer(() -> {
                    out.println();
                    out.println(number + ". " + question.title());
                    print("Plan", question.plan().toString().lines().toList());
                    commands.drain();
                    return question.answer().collectList().timed();
                })
                .doOnNext(this::printAnswer)
                .then();
    }

    private void printAnswer(Timed<List<String>> answer) {
        print(
                String.format(
                        Locale.ROOT,
                        "Answer, %s, %,d ms",
                        commands.drain(),
                        answer.elapsed().toMillis()),
                answer.get());
    }

    private void print(String heading, List<String> lines) {
        out.println("   " + heading + ":");
        lines.forEach(line -> out.println("     " + line));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.Compilers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Puts many declarations together and through the processor, with both compilers. */
final class DeclarationFuzz {
    private static final int BATCH = 100;

    private final long seed;
    private int accepted;
    private int refused;
    private final SortedMap<String, Integer> refusals = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();

    DeclarationFuzz(long seed) {
        this.seed = seed;
    }

    /** A declaration and what went wrong with it. */
    record Failure(Declaration declaration, String what) {}

    List<Failure> failures() {
        return failures;
    }

    /** How many declarations all compilers have accepted. */
    int accepted() {
        return accepted;
    }

    /** What became of the declarations so far. */
    String summary() {
        List<Integer> failed =
                failures.stream().map(failure -> failure.declaration().number()).toList();
        return accepted + " accepted, " + refused + " refused " + refusals + ", " + failed.size() + " failed " + failed;
    }

    /**
     * Batches go side by side, one on each core.
     *
     * @param to the number behind that of the last declaration
     */
    void run(int from, int to) {
        int batches = (to - from + BATCH - 1) / BATCH;
        IntStream.range(0, batches)
                .parallel()
                .map(batch -> from + batch * BATCH)
                .mapToObj(start -> batch(start, Math.min(to, start + BATCH)))
                .toList()
                .forEach(this::add);
    }

    private DeclarationFuzz batch(int from, int to) {
        DeclarationFuzz batch = new DeclarationFuzz(seed);
        batch.runBatch(IntStream.range(from, to).mapToObj(this::declaration).toList());
        return batch;
    }

    private void add(DeclarationFuzz batch) {
        accepted += batch.accepted;
        refused += batch.refused;
        batch.refusals.forEach((key, times) -> refusals.merge(key, times, Integer::sum));
        failures.addAll(batch.failures);
    }

    /** There is one unnamed package only, so one in each batch has it. */
    private Declaration declaration(int number) {
        return Grammar.declaration(Chance.of(seed, number), number, number % BATCH == 0);
    }

    private void runBatch(List<Declaration> declarations) {
        Map<Declaration, Verdict> verdicts = Batch.compile(Compilers.JAVAC, declarations);
        List<Declaration> good = declarations.stream()
                .filter(each -> verdicts.get(each) instanceof Verdict.Accepted)
                .toList();
        Map<Declaration, Verdict> byEclipse = Batch.compile(Compilers.ECLIPSE, good);
        List<Declaration> bad = new ArrayList<>();
        for (Declaration each : declarations) {
            Verdict verdict = verdicts.get(each);
            if (verdict instanceof Verdict.Failed failed) {
                failures.add(new Failure(each, failed.what()));
            } else if (verdict instanceof Verdict.Accepted compiled) {
                accepted++;
                failure(compiled, byEclipse.get(each), chance(each))
                        .ifPresent(what -> failures.add(new Failure(each, what)));
            } else if (verdict instanceof Verdict.Refused said) {
                refused++;
                bad.add(each);
                said.keys().forEach(key -> refusals.merge(key, 1, Integer::sum));
            }
        }
        compareRefusals(bad, verdicts);
    }

    private Chance chance(Declaration declaration) {
        return Chance.of(seed, declaration.number());
    }

    /** What is wrong with a declaration that javac compiles. */
    private static Optional<String> failure(Verdict.Accepted byJavac, Verdict byEclipse, Chance chance) {
        if (byEclipse instanceof Verdict.Failed failed) {
            return Optional.of("In Eclipse's compiler: " + failed.what());
        }
        if (!(byEclipse instanceof Verdict.Accepted other)) {
            return Optional.of("Only Eclipse's compiler refuses it: " + byEclipse);
        }
        if (!byJavac.generated().equals(other.generated())) {
            return Optional.of("Generated otherwise in Eclipse's compiler: " + difference(byJavac, other));
        }
        return RoundTrip.failure(byJavac, other, chance);
    }

    private static String difference(Verdict.Accepted one, Verdict.Accepted other) {
        for (Map.Entry<String, String> each : one.generated().entrySet()) {
            List<String> lines = each.getValue().lines().toList();
            List<String> others =
                    other.generated().getOrDefault(each.getKey(), "").lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (i >= others.size() || !lines.get(i).equals(others.get(i))) {
                    return each.getKey() + ": " + lines.get(i).strip() + " and "
                            + (i < others.size() ? others.get(i).strip() : "nothing");
                }
            }
        }
        return "more files";
    }

    /** Eclipse's compiler shows no places in records, so that its errors are compared by their texts. */
    private void compareRefusals(List<Declaration> bad, Map<Declaration, Verdict> verdicts) {
        if (bad.isEmpty()) {
            return;
        }
        List<String> byJavac = bad.stream()
                .flatMap(each -> ((Verdict.Refused) verdicts.get(each)).errors().stream())
                .sorted()
                .toList();
        List<String> byEclipse = Batch.errors(Compilers.ECLIPSE, bad);
        if (withoutReasons(byJavac).equals(withoutReasons(byEclipse))) {
            return;
        }
        if (bad.size() > 1) {
            compareRefusals(bad.subList(0, bad.size() / 2), verdicts);
            compareRefusals(bad.subList(bad.size() / 2, bad.size()), verdicts);
        } else {
            failures.add(new Failure(bad.get(0), "javac says " + byJavac + " and Eclipse's compiler " + byEclipse));
        }
    }

    /** Compilers give reasons of their own for a file that cannot be written. */
    private static List<String> withoutReasons(List<String> errors) {
        return errors.stream()
                .map(each -> each.replaceAll("could not be written: .*", "could not be written"))
                .toList();
    }

    /** What goes wrong with one declaration alone, if anything does. */
    static Optional<String> failure(Declaration declaration, long seed) {
        DeclarationFuzz fuzz = new DeclarationFuzz(seed);
        fuzz.runBatch(List.of(declaration));
        return fuzz.failures.stream().map(Failure::what).findFirst();
    }
}

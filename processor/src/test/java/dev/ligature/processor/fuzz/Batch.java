// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.Compilers;
import dev.ligature.processor.fuzz.CompilerRun.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compiles many declarations at once, which is far cheaper than one by one, and says what became of each. */
final class Batch {
    private static final Pattern KEY = Pattern.compile("\\[([A-Z][A-Za-z]+)] .*", Pattern.DOTALL);

    private final Compilers compiler;
    private final IdentityHashMap<Declaration, Verdict> verdicts = new IdentityHashMap<>();
    private final IdentityHashMap<Declaration, Map<String, String>> sources = new IdentityHashMap<>();
    private final IdentityHashMap<Declaration, Map<String, String>> generated = new IdentityHashMap<>();

    private Batch(Compilers compiler, List<Declaration> declarations) {
        this.compiler = compiler;
        declarations.forEach(each -> sources.put(each, SourceText.of(each)));
    }

    /** @param declarations at most one of them in the unnamed package */
    static Map<Declaration, Verdict> compile(Compilers compiler, List<Declaration> declarations) {
        Batch batch = new Batch(compiler, declarations);
        batch.process(declarations);
        List<Declaration> rest = new ArrayList<>(declarations);
        do {
            rest.removeIf(batch.verdicts::containsKey);
        } while (!rest.isEmpty() && !batch.compile(rest));
        return batch.verdicts;
    }

    /** The errors of all of them, in alphabetical order, wherever they are shown. */
    static List<String> errors(Compilers compiler, List<Declaration> declarations) {
        Batch batch = new Batch(compiler, declarations);
        CompilerRun run = CompilerRun.process(compiler, batch.texts(declarations, batch.sources));
        return run.crash().isEmpty()
                ? run.said().stream()
                        .filter(Said::isError)
                        .map(Said::text)
                        .sorted()
                        .toList()
                : List.of("The processor throws " + run.crash());
    }

    private void process(List<Declaration> declarations) {
        CompilerRun run = CompilerRun.process(compiler, texts(declarations, sources));
        boolean isBroken = !run.crash().isEmpty()
                || run.said().stream()
                        .anyMatch(each -> each.path().isEmpty() && (each.isError() || each.isOfProcessor()));
        if (isBroken && declarations.size() > 1) { // by one of them: it is searched for
            int middle = declarations.size() / 2;
            process(declarations.subList(0, middle));
            process(declarations.subList(middle, declarations.size()));
            return;
        }
        for (Declaration each : declarations) {
            Map<String, String> files = new LinkedHashMap<>();
            run.files().forEach((path, bytes) -> {
                if (path.endsWith(".java") && isOf(each, path)) {
                    files.put(path, new String(bytes, StandardCharsets.UTF_8));
                }
            });
            generated.put(each, files);
            if (!run.crash().isEmpty()) {
                fail(each, "The processor throws " + run.crash());
            } else if (isBroken) {
                fail(each, "Without a place: " + run.said());
            } else {
                judge(
                        each,
                        run.said().stream()
                                .filter(said -> isOf(each, said.path()))
                                .toList());
            }
        }
        processBesideFailures(declarations);
    }

    /** Compilers run no processor beside errors of their own, so that what one of them is in says nothing of the others. */
    private void processBesideFailures(List<Declaration> declarations) {
        List<Declaration> others = declarations.stream()
                .filter(each -> !(verdicts.get(each) instanceof Verdict.Failed))
                .toList();
        if (!others.isEmpty() && others.size() < declarations.size()) {
            others.forEach(verdicts::remove);
            process(others);
        }
    }

    private void judge(Declaration declaration, List<Said> said) {
        List<String> errors = new ArrayList<>();
        for (Said each : said) {
            boolean isKeyed = KEY.matcher(each.text()).matches()
                    && each.line() > 0
                    && sourcesOf(declaration).containsKey(each.path());
            if (!isKeyed && (each.isError() || each.isOfProcessor())) {
                fail(declaration, "Without a key or a place: " + each);
                return;
            }
            if (each.isError()) {
                errors.add(each.text());
            }
        }
        if (!errors.isEmpty()) {
            verdicts.put(declaration, new Verdict.Refused(errors));
        }
    }

    /** Whether all of them compile, and so are accepted; those that do not are failures. */
    private boolean compile(List<Declaration> declarations) {
        Map<String, String> all = texts(declarations, sources);
        all.putAll(texts(declarations, generated));
        CompilerRun run = CompilerRun.compile(compiler, all);
        if (!run.crash().isEmpty()) {
            declarations.forEach(each -> fail(each, "The compiler throws " + run.crash()));
            return true;
        }
        boolean isClean = true;
        for (Declaration each : declarations) {
            Optional<Said> problem = run.said().stream()
                    .filter(said -> isOf(each, said.path()))
                    .filter(said -> said.isError()
                            || (said.isProblem() && generatedOf(each).containsKey(said.path())))
                    .findFirst();
            if (problem.isPresent()) {
                fail(each, "Does not compile, or not without a warning: " + problem.get());
                isClean = false;
            }
        }
        if (isClean) {
            declarations.forEach(each -> accept(each, run));
        }
        return isClean;
    }

    private void accept(Declaration declaration, CompilerRun run) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        run.files().forEach((path, bytes) -> {
            if (isOf(declaration, path)) {
                classes.put(path, bytes);
            }
        });
        if (classes.isEmpty()) {
            fail(declaration, "The compiler gives no classes: " + run.said());
        } else {
            verdicts.put(declaration, new Verdict.Accepted(generatedOf(declaration), classes));
        }
    }

    private static boolean isOf(Declaration declaration, String path) {
        return declaration.packageName().isEmpty()
                ? path.indexOf('/') < 0
                : path.startsWith(declaration.packageName() + "/");
    }

    private Map<String, String> texts(List<Declaration> declarations, Map<Declaration, Map<String, String>> from) {
        Map<String, String> all = new LinkedHashMap<>();
        declarations.forEach(each -> all.putAll(from.getOrDefault(each, Map.of())));
        return all;
    }

    private Map<String, String> sourcesOf(Declaration declaration) {
        return sources.getOrDefault(declaration, Map.of());
    }

    private Map<String, String> generatedOf(Declaration declaration) {
        return generated.getOrDefault(declaration, Map.of());
    }

    private void fail(Declaration declaration, String what) {
        verdicts.put(declaration, new Verdict.Failed(what));
    }
}

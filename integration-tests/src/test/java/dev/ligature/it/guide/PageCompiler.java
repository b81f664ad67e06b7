// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the blocks of one page, from its beginning to its end: what a block declares or imports, later ones can use. */
final class PageCompiler {
    private final Path root;
    private final Javac javac;
    private final Page page;
    private final String given;
    private final Set<String> imports;
    private final Map<String, Source> types;
    private final List<Source> waiting = new ArrayList<>();
    /** Files of a program that the page tells the reader to write. */
    private final Map<String, Source> program = new LinkedHashMap<>();

    private final List<String> failures = new ArrayList<>();
    private Path documents;

    private PageCompiler(Path root, Javac javac, Model model, Page page) {
        this.root = root;
        this.javac = javac;
        this.page = page;
        this.imports = new LinkedHashSet<>(page.imports());
        this.given = page.given().isEmpty() ? "" : String.join("; ", page.given()) + "; ";
        this.types = new LinkedHashMap<>(model.types());
        this.documents = model.classes();
    }

    /** What is wrong with the page, each with its line; empty when all of it compiles. */
    static List<String> failures(Path root, Javac javac, Model model, Page page) {
        PageCompiler compiler = new PageCompiler(root, javac, model, page);
        page.snippets().forEach(compiler::accept);
        compiler.compileWaiting();
        compiler.compileProgram();
        return compiler.failures;
    }

    private void accept(Snippet snippet) {
        if (snippet.source().isPresent()) {
            failures.addAll(Quotation.failures(root, snippet, snippet.source().orElseThrow()));
        } else if (snippet.isJava() && snippet.isFile()) {
            add(snippet, JavaText.of(snippet.text()));
        } else if (snippet.isJava() && !snippet.isModel()) {
            compile(snippet, JavaText.of(snippet.text()));
        } else if (snippet.isModel()) {
            imports.addAll(JavaText.of(snippet.text()).imports());
        }
    }

    private void compile(Snippet snippet, JavaText text) {
        imports.addAll(text.imports());
        switch (text.kind()) {
            case TYPES -> declare(snippet, text);
            case STATEMENTS -> use(snippet, body(snippet, text, "void run() throws Exception {", "\n}}"));
            case MEMBERS -> use(snippet, body(snippet, text, "", "\n}"));
            case NONE -> {
                Javac.Result result =
                        javac.compile(List.of(body(snippet, text, "void run() throws Exception {", "\n}}")), documents);
                report(snippet, result.problems());
            }
        }
    }

    private void declare(Snippet snippet, JavaText text) {
        compileWaiting();
        Map<String, Source> declared = new LinkedHashMap<>(types);
        declared.putAll(Model.sources(snippet, text, imports));
        Javac.Result result = javac.process(List.copyOf(declared.values()));
        report(snippet, result.problems());
        if (snippet.expectedError().isEmpty() && result.problems().isEmpty()) {
            types.putAll(declared);
            documents = result.classes();
        }
    }

    private void add(Snippet snippet, JavaText text) {
        Map<String, Source> files = Model.sources(snippet, text, text.imports());
        if (snippet.expectedError().isPresent()) {
            Map<String, Source> broken = new LinkedHashMap<>(program);
            broken.putAll(files);
            report(snippet, javac.process(List.copyOf(broken.values())).problems());
        } else {
            program.putAll(files);
        }
    }

    private void compileProgram() {
        if (!program.isEmpty()) {
            failures.addAll(javac.process(List.copyOf(program.values())).problems());
        }
    }

    private void use(Snippet snippet, Source source) {
        if (snippet.expectedError().isPresent()) {
            report(snippet, javac.compile(List.of(source), documents).problems());
        } else {
            waiting.add(source);
        }
    }

    private Source body(Snippet snippet, JavaText text, String before, String after) {
        String type = "Snippet" + snippet.line();
        String head = String.join(" ", imports) + " abstract class " + type + " extends " + Model.VARIABLES + " { "
                + given + before;
        return Source.at(snippet.line(), type, page.name(), head, text.body(), after);
    }

    private void compileWaiting() {
        if (!waiting.isEmpty()) {
            failures.addAll(javac.compile(List.copyOf(waiting), documents).problems());
            waiting.clear();
        }
    }

    private void report(Snippet snippet, List<String> problems) {
        if (snippet.expectedError().isEmpty()) {
            failures.addAll(problems);
            return;
        }
        String expected = snippet.expectedError().orElseThrow();
        String text = expected.matches("[A-Z]\\w+") ? "[" + expected + "]" : expected;
        if (problems.isEmpty()) {
            failures.add(snippet.failure("compiles, and is said to fail with " + text));
        } else if (problems.stream().noneMatch(problem -> problem.contains(text))) {
            failures.add(snippet.failure(
                    "is said to fail with " + text + ", and fails with\n    " + String.join("\n    ", problems)));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java of a block, and what it is: found out by the compiler's own parser.
 *
 * @param imports the imports with which it begins
 * @param body the rest, each line in its place
 * @param kind what the rest is
 * @param types the rest by the names of its types, each with the text before it left out but for the ends of lines
 */
record JavaText(List<String> imports, String body, Kind kind, Map<String, String> types) {
    private static final Pattern HEAD = Pattern.compile(
            "\\s*(import\\s+(static\\s+)?[\\w.]+(\\.\\*)?\\s*;|package\\s+com\\.example\\s*;)\\s*(//.*)?");
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, Locale.ROOT, null);

    /**
     * A compiler with processors holds errors back until they have run. One that only parses needs no class files of a
     * release.
     */
    private static final List<String> OPTIONS = List.of("-source", "17", "-proc:none");

    enum Kind {
        TYPES,
        STATEMENTS,
        MEMBERS,
        /** Not Java: the compiler is to say why, of each such block by itself. */
        NONE
    }

    static JavaText of(String text) {
        List<String> imports = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        boolean inHead = true;
        for (String line : text.lines().toList()) {
            if (inHead && HEAD.matcher(line).matches()) {
                if (line.strip().startsWith("import")) {
                    imports.add(line.substring(0, line.indexOf(';') + 1).strip());
                }
            } else {
                inHead &= line.isBlank() || line.strip().startsWith("//");
                body.append(line);
            }
            body.append('\n');
        }
        return parsed(List.copyOf(imports), body.toString());
    }

    private static JavaText parsed(List<String> imports, String body) {
        Optional<Map<String, String>> types = types(body);
        if (types.isPresent() && !types.get().isEmpty()) {
            return new JavaText(imports, body, Kind.TYPES, types.get());
        }
        if (areStatements(body)) {
            return new JavaText(imports, body, Kind.STATEMENTS, Map.of());
        }
        boolean areMembers = parse("abstract class Members {\n" + body + "\n}").isPresent();
        return new JavaText(imports, body, areMembers ? Kind.MEMBERS : Kind.NONE, Map.of());
    }

    private static Optional<Map<String, String>> types(String body) {
        return parse(body).map(parsed -> {
            Map<String, String> types = new LinkedHashMap<>();
            for (Tree tree : parsed.unit().getTypeDecls()) {
                if (tree instanceof ClassTree type) {
                    types.put(type.getSimpleName().toString(), parsed.textOf(type, body));
                }
            }
            return types;
        });
    }

    private static boolean areStatements(String body) {
        return parse("class Statements { void run() throws Exception {\n" + body + "\n}}")
                .map(parsed -> (ClassTree) parsed.unit().getTypeDecls().get(0))
                .filter(type -> type.getMembers().size() == 1)
                .map(type -> (MethodTree) type.getMembers().get(0))
                .map(MethodTree::getBody)
                .map(BlockTree::getStatements)
                .filter(statements -> statements.stream().noneMatch(JavaText::isMember))
                .isPresent();
    }

    /** A variable with annotations: a field of a document, or a bean. */
    private static boolean isMember(StatementTree statement) {
        if (!(statement instanceof VariableTree variable)) {
            return false;
        }
        List<? extends AnnotationTree> annotations = variable.getModifiers().getAnnotations();
        return !annotations.isEmpty();
    }

    private static Optional<Parsed> parse(String text) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                JAVAC.getTask(null, FILES, diagnostics, OPTIONS, null, List.of(new Source("Parsed", "", text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean hasErrors = diagnostics.getDiagnostics().stream()
                    .anyMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
            return hasErrors
                    ? Optional.empty()
                    : Optional.of(new Parsed(unit, Trees.instance(task).getSourcePositions()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Parsed(CompilationUnitTree unit, SourcePositions positions) {

        /** A type's own text, in its line. */
        String textOf(Tree type, String body) {
            int start = (int) positions.getStartPosition(unit, type);
            int end = (int) positions.getEndPosition(unit, type);
            String before = body.substring(0, start).replaceAll("[^\n]", "");
            return before + body.substring(start, end);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.compile;

import dev.ligature.benchmarks.process.ChildJvm;
import dev.ligature.benchmarks.process.LiveHeap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The JVM that compiles: a compiler's classes are cold, as in a build. The JVM's own start does not count. */
final class CompileProcess {
    /** What it reports. */
    static final String NANOS = "nanos";

    static final String BYTES = "bytes";

    private CompileProcess() {}

    /** Arguments: a file with the sources' paths, then the compiler's options. */
    public static void main(String[] arguments) throws IOException {
        List<Path> sources =
                Files.readAllLines(Path.of(arguments[0])).stream().map(Path::of).toList();
        List<String> options = List.of(arguments).subList(1, arguments.length);
        LiveHeap heap = LiveHeap.watch();
        long start = System.nanoTime();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            ChildJvm.report(NANOS, System.nanoTime() - start);
            ChildJvm.report(BYTES, heap.peak());
            System.exit(compiled ? 0 : 1);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lombok on the processor path, before Ligature and after it. With a javac of its own, as users have it: within this JVM the class
 * path would give the order.
 */
class LombokTest {
    private static final List<String> CLASS_PATH =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    private static final Path SOURCE = Compilations.resource("good/lombok/LombokRoundTrips.java");

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicTest> storesWhatLombokMakes() throws Exception {
        assertThat(compile(Stream.concat(lombok(), others()))).isEmpty();

        @SuppressWarnings("resource") // the checks run later
        ClassLoader classes = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        return Arrays.stream(classes.loadClass("lombokuse.LombokRoundTrips").getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> call(method)));
    }

    @Test
    void saysOnceThatLombokIsToBeFirst() throws IOException {
        assertThat(compile(Stream.concat(others(), lombok())).lines().filter(line -> line.contains(": error:")))
                .singleElement()
                .asString()
                .contains("[LombokAfterLigature] LombokRoundTrips.Built gets its members from Lombok")
                .contains("Put Lombok before ligature-processor on the processor path")
                .endsWith("This applies to every document that uses Lombok.");
    }

    private static Stream<String> lombok() {
        return CLASS_PATH.stream().filter(LombokTest::isLombok);
    }

    private static Stream<String> others() {
        return CLASS_PATH.stream().filter(entry -> !isLombok(entry));
    }

    private static boolean isLombok(String entry) {
        return Path.of(entry).getFileName().toString().startsWith("lombok-");
    }

    /** What the compiler prints. */
    private static String compile(Stream<String> processorPath) throws IOException {
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-Xlint:all,-processing,-path",
                        "-Werror",
                        "-d",
                        directory.toString(),
                        "--class-path",
                        String.join(File.pathSeparator, CLASS_PATH),
                        "--processor-path",
                        String.join(File.pathSeparator, processorPath.toList()),
                        SOURCE.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines()
                .filter(line -> !line.startsWith("WARNING: ")) // of newer JVMs, about Lombok
                .collect(Collectors.joining("\n"));
    }

    private static void call(Method method) throws Throwable {
        method.setAccessible(true);
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The class path of this JVM, and parts of it for others. */
public record ClassPath(List<Path> entries) {
    public ClassPath {
        entries = List.copyOf(entries);
    }

    public static ClassPath current() {
        return new ClassPath(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList());
    }

    /** The entries without the jars whose file name begins with one of these. Directories stay. */
    public ClassPath without(List<String> jars) {
        return filter(name -> jars.stream().noneMatch(name::startsWith));
    }

    /** The jars whose file name begins with one of these. */
    public ClassPath only(List<String> jars) {
        return filter(name -> jars.stream().anyMatch(name::startsWith));
    }

    private ClassPath filter(Predicate<String> names) {
        return new ClassPath(entries.stream()
                .filter(entry -> names.test(entry.getFileName().toString()))
                .toList());
    }

    /** The version of an artifact, by the name of its jar. */
    public Optional<String> version(String artifact) {
        Pattern jar = Pattern.compile(Pattern.quote(artifact) + "-(\\d.*)\\.jar");
        return entries.stream()
                .map(entry -> jar.matcher(entry.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** As an option of a command. */
    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

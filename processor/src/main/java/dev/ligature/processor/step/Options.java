// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import dev.ligature.processor.validate.Message;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;

/** The options that users give to the processors, {@code -Aligature.schema=…}. One without a value is as if it were not given. */
public final class Options {
    public static final String DIAGRAM = "ligature.diagram";
    public static final String SCHEMA = "ligature.schema";
    public static final String SCHEMA_ACCEPT = "ligature.schema.accept";
    public static final String JSON_SCHEMA = "ligature.jsonSchema";

    private final ProcessingEnvironment environment;

    public Options(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.getOptions().get(name)).filter(value -> !value.isBlank());
    }

    boolean isGiven(String name) {
        return value(name).isPresent();
    }

    /** The file that an option names; empty if it names none, or not one that is the same wherever the compiler runs. */
    Optional<Path> file(String name) {
        return value(name).flatMap(value -> {
            Path file;
            try {
                file = Path.of(value);
            } catch (InvalidPathException e) {
                refuse(name, value, "is not a path: " + e.getMessage());
                return Optional.empty();
            }
            if (!file.isAbsolute()) {
                refuse(
                        name,
                        value,
                        "is a relative path, but a compiler does not know the directory of the project. Give an absolute one:"
                                + " ${project.basedir}/" + value + " in Maven, ${projectDir}/" + value
                                + " in Gradle, %PROJECT.DIR%/" + value + " in Eclipse.");
                return Optional.empty();
            }
            return Optional.of(file);
        });
    }

    /** What an option lists, separated by commas. */
    Set<String> names(String name) {
        return value(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether an option is on. */
    public boolean isOn(String name) {
        return value(name)
                .filter(value -> {
                    boolean isOn = value.equals("true");
                    if (!isOn && !value.equals("false")) {
                        refuse(name, value, "is neither true nor false.");
                    }
                    return isOn;
                })
                .isPresent();
    }

    private void refuse(String name, String value, String reason) {
        Message.OPTION_INVALID.print(environment.getMessager(), name, value, reason);
    }
}

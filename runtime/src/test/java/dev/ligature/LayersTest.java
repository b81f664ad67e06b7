// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which packages may know which: the runtime is read from the bottom up. */
class LayersTest {
    private static final String ROOT = "dev.ligature";
    private static final Path ARCHITECTURE = Path.of("..", "ARCHITECTURE.md");
    private static final String BEGIN = "<!-- packages -->\n";
    private static final String END = "<!-- /packages -->\n";

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    };

    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void theDriverFloorAloneTouchesCollections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ligature.internal.driver")
                .should()
                .callMethodWhere(describe("of a MongoCollection", (JavaCall<?> call) -> call.getTargetOwner()
                        .isAssignableTo(MongoCollection.class)))
                .check(RUNTIME);
    }

    @Test
    void whatGeneratedCodeCallsKnowsLittleOfTheInside() {
        classes()
                .that()
                .resideInAPackage("dev.ligature.spi..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are of the spi, of the bottom, or of others",
                        type -> !type.getPackageName().startsWith("dev.ligature.internal")
                                || Set.of("dev.ligature.internal", "dev.ligature.internal.bson")
                                        .contains(type.getPackageName())))
                .check(RUNTIME);
    }

    @Test
    void theArchitectureShowsThePackagesAsTheyAre() throws IOException {
        String text = Files.readString(ARCHITECTURE);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String shown = "```\n" + String.join("\n", layers()) + "\n```\n";
        if (Boolean.getBoolean("architecture.update")) {
            Files.writeString(ARCHITECTURE, text.substring(0, begin) + shown + text.substring(end));
        }

        assertThat(Files.readString(ARCHITECTURE).substring(begin))
                .as("run with -Darchitecture.update=true, and look at the difference")
                .startsWith(shown + END);
    }

    /** Each package with those that it depends on, from the bottom up. */
    private static List<String> layers() {
        Map<String, Set<String>> remaining = new TreeMap<>();
        for (JavaClass type : RUNTIME) {
            Set<String> used = remaining.computeIfAbsent(name(type), key -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT) && !name(target).equals(name(type))) {
                    used.add(name(target));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (!remaining.isEmpty()) {
            String lowest = remaining.keySet().stream()
                    .filter(each -> done.containsAll(remaining.get(each)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a cycle among " + remaining.keySet()));
            Set<String> used = remaining.remove(lowest);
            done.add(lowest);
            lines.add(used.isEmpty() ? lowest : "%-20s ► %s".formatted(lowest, String.join(", ", used)));
        }
        return lines;
    }

    private static String name(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "exceptions" : name.substring(ROOT.length() + 1);
    }
}

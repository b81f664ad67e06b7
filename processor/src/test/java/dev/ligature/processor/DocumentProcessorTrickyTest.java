// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Declarations that are easy to get wrong have to give sources without an error or a warning. */
class DocumentProcessorTrickyTest {
    @Test
    void acceptsDocumentsNamedLikeTypesOfJavaLang() {
        assertAccepted("java-lang-names");
    }

    @Test
    void acceptsDocumentsNamedLikeTypesOfTheRuntime() {
        assertAccepted("runtime-names");
    }

    @Test
    void acceptsADocumentNamedLikeTheTypeVariableOfPaths() {
        assertAccepted("type-variable");
    }

    @Test
    void acceptsMembersNamedLikeLocalsAndMembersOfGeneratedCode() {
        assertAccepted("local-names");
    }

    @Test
    void keepsNestedDocumentsApart() {
        assertThat(assertAccepted("outer").generated())
                .containsKeys(
                        "names/Outer_InnerCodec.java",
                        "names/QOuter_Middle_Deepest.java",
                        "names/Outer_XRepository.java");
    }

    @Test
    void acceptsTheDefaultPackage() {
        assertAccepted("default-package");
    }

    @Test
    void readsMembersOfGenericSuperclassesOfOtherPackages() {
        assertAccepted("inheritance");
    }

    @Test
    void makesImmutableObjectsWithTheirFactory() {
        assertAccepted("immutable");
    }

    @Test
    void storesEveryKindOfValue() {
        assertAccepted("values");
    }

    @Test
    void acceptsLinksInEmbeddedValuesOfAllKinds() {
        assertAccepted("nested-links");
    }

    @Test
    void showsNoMoreThanTheDocumentDoes() {
        assertAccepted("visibility");
    }

    @Test
    void keepsTheOrderOfMembersAndSubtypes() {
        assertAccepted("member-order");
    }

    @Test
    void suppressesWhatDeprecatedSubtypesAndMembersProvoke() {
        assertAccepted("deprecated");
    }

    @Test
    void seesThatMembersMayBeNullWhereverTheCompilerShowsIt() {
        assertThat(assertAccepted("nullable").generated().get("com/example/RoomCodec.java"))
                .contains(".backLink(\"of\", LinkShape.OPTIONAL,");
    }

    @Test
    void keepsNamesOfMembersFromHidingTypesAndPackages() {
        assertAccepted("generated-names");
    }

    @Test
    void keepsNestedCodecsFromHidingDocuments() {
        assertAccepted("own-names");
        assertAccepted("default-package-names");
    }

    @Test
    void storesTheTypesThatASealedDocumentPermitsInOneCollection() {
        Map<String, String> generated = assertAccepted("hierarchies").generated();

        assertThat(generated)
                .containsKeys(
                        "com/example/vehicles/Vehicle_MotorizedRepository.java",
                        "com/example/vehicles/QVehicle_Car.java",
                        "com/example/vehicles/Machine_TowerCodec.java");
        assertThat(generated.get("com/example/vehicles/VehicleCodec.java"))
                .contains("extends DocumentUnionCodec<Vehicle>")
                .contains(".permits(Vehicle_BusCodec.TYPE, Vehicle_CarCodec.TYPE, Vehicle_CartCodec.TYPE)")
                .contains(".linkOf(\"depots\", Vehicle_BusCodec.TYPE)")
                .contains("super(TYPE, registry);");
        assertThat(generated.get("com/example/vehicles/Vehicle_CarCodec.java"))
                .contains(".discriminator(\"_class_id\", \"Vehicle.Car\")")
                .contains(".root(() -> VehicleCodec.TYPE)")
                .contains(".index(IndexType.of(\"plate\", \"-made\"))")
                .contains(".field(\"made\", \"made_by\")");
        assertThat(generated.get("com/example/vehicles/QVehicle.java"))
                .contains("public QVehicle_Car<R> asCar() {")
                .contains("public Condition<R> isMotorized() {")
                .doesNotContain("asBus_"); // only cars have a link of this name
        assertThat(generated.get("com/example/vehicles/QVehicle_Motorized.java"))
                .contains("power;")
                .doesNotContain(" load;"); // which cars convert, and buses do not
        assertThat(generated.get("com/example/vehicles/Vehicle_BusCodec.java")).contains("new Vehicle.Horses()");
        assertThat(generated.get("com/example/vehicles/QTool.java"))
                .contains(" id;")
                .contains(" name;")
                .contains(" aboard() {");
    }

    @Test
    void linksToOtherPackages() {
        assertAccepted("other-package", "..");
    }

    /** Compiles what is in directories with every compiler: none warns, and what is generated does not depend on it. */
    private static Compiled assertAccepted(String... directories) {
        List<Path> files = Arrays.stream(directories)
                .flatMap(directory -> Compilations.files("good/tricky/" + directory).stream())
                .toList();
        Compiled expected = Compilers.JAVAC.compile(files);
        for (Compilers compiler : Compilers.values()) {
            Compiled compiled = compiler == Compilers.JAVAC ? expected : compiler.compile(files);
            assertThat(compiled.problems()).as(compiler.name()).isEmpty();
            assertThat(compiled.generated()).as(compiler.name()).isEqualTo(expected.generated());
        }
        return expected;
    }
}

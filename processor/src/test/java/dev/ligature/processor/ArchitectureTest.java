// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.lang.model.element.Modifier;

/** What the packages of the processor may know of each other and of the compiler. */
@AnalyzeClasses(packages = "dev.ligature.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** JavaPoet takes its modifiers from the compiler's model. */
    private static final DescribedPredicate<JavaClass> OF_THE_COMPILER = resideInAnyPackage(
                    "javax.lang.model..", "javax.annotation.processing..", "com.google.auto.common..")
            .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Modifier.class)))
            .as("of the compiler, but modifiers");

    @ArchTest
    static final ArchRule generatorsSeeNothingOfTheCompiler = noClasses()
            .that(resideInAPackage("dev.ligature.processor.generate.."))
            .should()
            .dependOnClassesThat(OF_THE_COMPILER);

    @ArchTest
    static final ArchRule modelsSeeNothingOfTheCompiler = noClasses()
            .that(resideInAPackage("dev.ligature.processor.model.."))
            .should()
            .dependOnClassesThat(OF_THE_COMPILER);

    @ArchTest
    static final ArchRule schemasSeeNothingOfTheCompiler = noClasses()
            .that(resideInAPackage("dev.ligature.processor.schema.."))
            .should()
            .dependOnClassesThat(OF_THE_COMPILER);

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.ligature.(processor..)").should().beFreeOfCycles();
}

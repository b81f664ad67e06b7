// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ligature.processor.model.DocumentModel;
import javax.lang.model.element.Modifier;

/** Generates {@code HouseRepository}: the runtime's repository with methods for each link. */
public final class RepositoryGenerator {
    private final DocumentModel document;

    public RepositoryGenerator(DocumentModel document) {
        this.document = document;
    }

    public TypeSpec.Builder generate() {
        ClassName name = document.names().document();
        TypeSpec.Builder type = TypeSpec.classBuilder(document.names().repository())
                .addJavadoc("The {@link $T} documents of a database.", name)
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.REPOSITORY, name, document.id().value().type()))
                .addMethod(constructor())
                .addMethod(constructorWithOptions());
        LinkMethodsGenerator links = new LinkMethodsGenerator(document);
        document.structure().references().forEach(link -> type.addMethods(links.generate(link)));
        return type;
    }

    private MethodSpec constructor() {
        return constructor("Creates a repository over the collection $L.\n\n")
                .addStatement("super(database, $T.$N)", document.names().codec(), CodecNames.TYPE)
                .build();
    }

    private MethodSpec constructorWithOptions() {
        return constructor("Creates a repository over the collection $L that works together with a framework.\n\n")
                .addParameter(RuntimeTypes.REPOSITORY_OPTIONS, "options")
                .addStatement(
                        "super(database, $T.$N, options)", document.names().codec(), CodecNames.TYPE)
                .build();
    }

    private MethodSpec.Builder constructor(String summary) {
        return published(MethodSpec.constructorBuilder())
                .addJavadoc(summary, JavadocText.code(document.collection()))
                .addJavadoc(
                        "@throws $L if the database's codec registry lacks a codec that a member needs\n",
                        RuntimeTypes.UNSUPPORTED_TYPE_EXCEPTION.canonicalName())
                .addParameter(RuntimeTypes.MONGO_DATABASE, "database");
    }

    private MethodSpec.Builder published(MethodSpec.Builder method) {
        return document.isPublic() ? method.addModifiers(Modifier.PUBLIC) : method;
    }
}

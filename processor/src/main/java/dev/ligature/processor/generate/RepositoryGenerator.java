package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.MemberModel;
import javax.lang.model.element.Modifier;

/** Generates {@code HouseRepository}: the runtime's repository with a method for each link. */
public final class RepositoryGenerator {
    private final DocumentModel document;
    private final NameAllocator methods = new NameAllocator();
    private final MethodNames queryMethods = new MethodNames();

    public RepositoryGenerator(DocumentModel document) {
        this.document = document;
        methods.newName("fetchLinks");
    }

    public TypeSpec.Builder generate() {
        ClassName name = document.names().document();
        TypeSpec.Builder type = TypeSpec.classBuilder(document.names().repository())
                .addJavadoc("The {@link $T} documents of a database.", name)
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.REPOSITORY, name, document.id().value().type()))
                .addMethod(constructor());
        document.structure().references().forEach(link -> type.addMethod(fetch(link)));
        return type;
    }

    private MethodSpec constructor() {
        return published(MethodSpec.constructorBuilder())
                .addJavadoc("A repository over the collection $L.\n\n", JavadocText.code(document.collection()))
                .addJavadoc(
                        "@throws $L when the database's codec registry lacks a codec that a member needs\n",
                        RuntimeTypes.UNSUPPORTED_TYPE_EXCEPTION.canonicalName())
                .addParameter(RuntimeTypes.MONGO_DATABASE, "database")
                .addStatement("super(database, $T.$N)", document.names().codec(), CodecNames.TYPE)
                .build();
    }

    private MethodSpec fetch(MemberModel.Reference link) {
        ClassName name = document.names().document();
        String variable = new NameAllocator().newName(document.names().variable());
        return published(MethodSpec.methodBuilder(methods.newName("fetch" + Capitals.capitalized(link.name()))))
                .addJavadoc(
                        "Fetches the {@code $L} of a document; see {@link #fetch(Object, $L[])}.",
                        link.name(),
                        RuntimeTypes.DOCUMENT_PATH.canonicalName())
                .returns(ParameterizedTypeName.get(RuntimeTypes.MONO, name))
                .addParameter(name, variable)
                .addStatement(
                        "return fetch($N, $T.$N.$N())",
                        variable,
                        document.names().query(),
                        QueryGenerator.rootField(document),
                        queryMethods.of(link.name()))
                .build();
    }

    private MethodSpec.Builder published(MethodSpec.Builder method) {
        return document.isPublic() ? method.addModifiers(Modifier.PUBLIC) : method;
    }
}

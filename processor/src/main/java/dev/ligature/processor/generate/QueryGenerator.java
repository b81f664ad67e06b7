// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates {@code QHouse}: the typed paths of a document and of what it embeds. */
public final class QueryGenerator {
    static final String ROOT_JAVADOC = "@param <$T> the document from which the paths start\n";

    private final DocumentModel document;
    private final Nullness nullness;
    private final ClassName query;
    private final CodecNames codecNames;
    private final ValueCode values;
    private final PathCode paths;
    private final TypeVariableName root;
    private final String rootField;

    public QueryGenerator(DocumentModel document, CodecNames codecNames, Nullness nullness) {
        this.document = document;
        this.nullness = nullness;
        this.query = document.names().query();
        this.codecNames = codecNames;
        this.values = ValueCode.outside(codecNames, document.names().codec());
        this.paths = new PathCode(document, values);
        this.root = paths.root();
        this.rootField = rootField(document);
    }

    /** The path of a single link to the document of a query class. */
    static ClassName linkType(ClassName query) {
        return nested(query, "Link");
    }

    /** The path of a list of links to the document of a query class. */
    static ClassName linksType(ClassName query) {
        return nested(query, "Links");
    }

    /** The path of links from which nothing can be attached or detached. */
    static ClassName nestedLinksType(ClassName query) {
        return nested(query, "NestedLinks");
    }

    /** A type of the unnamed package may have this name, and cannot be named in another way where it is hidden. */
    private static ClassName nested(ClassName query, String name) {
        return query.nestedClass(query.packageName().isEmpty() ? name + "_" : name);
    }

    /** The static field that is the root of queries. It has the document's name, unless a member has that name. */
    static String rootField(DocumentModel document) {
        TakenNames fields = fieldNames(document);
        document.structure().fields().forEach(field -> fields.newName(field.name()));
        return fields.newName(document.names().variable());
    }

    /** Allocates names for the fields of a query class, but not the names with which its expressions begin. */
    static TakenNames fieldNames(DocumentModel document) {
        return ReservedNames.only(
                RuntimeTypes.LOCATION,
                RuntimeTypes.VALUE_CODECS,
                RuntimeTypes.ENUM_NAMES,
                document.names().codec());
    }

    public TypeSpec.Builder generate() {
        ClassName name = document.names().document();
        TypeSpec.Builder type = TypeSpec.classBuilder(query)
                .addJavadoc("Typed paths of {@link $T}: members are fields, links are methods.\n\n", name)
                .addJavadoc(ROOT_JAVADOC, root)
                .addTypeVariable(root)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.DOCUMENT_PATH, root, name))
                .addField(rootConstant(name));
        MembersGenerator members = members(document.structure(), null);
        members.addFields(type);
        type.addMethod(members.constructor(published(MethodSpec.constructorBuilder()
                .addJavadoc("Creates the paths of the document at the given location."))));
        type.addMethod(ref(name)).addMethod(id(name));
        members.addMethods(type);
        HierarchyModel hierarchy = document.hierarchy();
        if (hierarchy != null) {
            hierarchy.below().forEach(below -> members.addNarrowing(type, below));
        }
        type.addType(link(name)).addType(links(name)).addType(nestedLinks(name));
        EmbeddedLinksGenerator links = new EmbeddedLinksGenerator(document, values, paths);
        for (EmbeddedModel embedded : document.embedded()) {
            ClassName path = paths.embeddedPath(embedded.name());
            if (path != null) {
                type.addType(
                        embedded instanceof EmbeddedModel.Plain plain
                                ? embedded(plain, path)
                                : links.sealedPath(embedded, path));
            }
        }
        return type.addTypes(links.generate());
    }

    private FieldSpec rootConstant(ClassName name) {
        FieldSpec.Builder field = FieldSpec.builder(
                        ParameterizedTypeName.get(query, name), rootField, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("{@link $T} as the root of a query.", name)
                .initializer(
                        "new $T<>($T.root($T.$N))",
                        query,
                        RuntimeTypes.LOCATION,
                        document.names().codec(),
                        CodecNames.TYPE);
        if (document.isPublic()) {
            field.addModifiers(Modifier.PUBLIC);
        }
        return field.build();
    }

    /** The method of a link has no parameters, so a link may be called {@code ref} or {@code id} without a conflict. */
    private MethodSpec ref(ClassName name) {
        return withId(MethodSpec.methodBuilder("ref"))
                .addJavadoc("Returns a reference, not fetched, to the {@link $T} with the given id.", name)
                .addModifiers(Modifier.STATIC)
                .returns(reference(name))
                .addParameter(document.id().type(), "id")
                .addStatement("return $T.$N.ref(id)", document.names().codec(), CodecNames.TYPE)
                .build();
    }

    private MethodSpec id(ClassName name) {
        return withId(MethodSpec.methodBuilder("id"))
                .addJavadoc(
                        "Returns the id of the {@link $T} that is referred to; null if it is a new one that has none yet.",
                        name)
                .addModifiers(Modifier.STATIC)
                .returns(nullness.nullable(idType()))
                .addParameter(reference(name), "ref")
                .addStatement("return $T.$N.idIn(ref)", document.names().codec(), CodecNames.TYPE)
                .build();
    }

    private MethodSpec.Builder withId(MethodSpec.Builder method) {
        return document.id().property().isPublic() ? published(method) : method;
    }

    private static TypeName reference(ClassName name) {
        return ParameterizedTypeName.get(RuntimeTypes.REF, name);
    }

    private TypeName idType() {
        return document.id().value().type();
    }

    private MembersGenerator members(StructureModel structure, @Nullable String embedded) {
        return new MembersGenerator(document, structure, embedded, codecNames, values, paths);
    }

    private MethodSpec.Builder published(MethodSpec.Builder method) {
        return document.isPublic() ? method.addModifiers(Modifier.PUBLIC) : method;
    }

    private TypeSpec link(ClassName name) {
        return linkPath(linkType(query), query, RuntimeTypes.LINK_PATH, "A link to {@link $T}.\n\n", name)
                .addModifiers(Modifier.FINAL)
                .build();
    }

    private TypeSpec links(ClassName name) {
        return linkPath(
                        linksType(query),
                        nestedLinksType(query),
                        RuntimeTypes.LINK_PATH,
                        "A list of links to {@link $T}.\n\n",
                        name)
                .addModifiers(Modifier.FINAL)
                .build();
    }

    /** Nothing is attached or detached there, unless it is a list of the document itself. */
    private TypeSpec nestedLinks(ClassName name) {
        TypeName linked = ParameterizedTypeName.get(query, name);
        return linkPath(
                        nestedLinksType(query),
                        query,
                        RuntimeTypes.FETCH_PATH,
                        "Links to {@link $T}, such as those within the values of a list, of a map or of a sealed type.\n\n",
                        name)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.LINK_LIST_PATH, root, name, linked))
                .addMethod(MethodSpec.methodBuilder("linkedPath")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(linked)
                        .addStatement("return $N", rootField)
                        .build())
                .build();
    }

    /** The paths of the document at the end of a link. */
    private TypeSpec.Builder linkPath(
            ClassName path, ClassName parent, ClassName kind, String javadoc, ClassName name) {
        TypeSpec.Builder type = TypeSpec.classBuilder(path)
                .addJavadoc(javadoc, name)
                .addJavadoc(ROOT_JAVADOC, root)
                .addModifiers(Modifier.STATIC)
                .addTypeVariable(root)
                .superclass(ParameterizedTypeName.get(parent, root))
                .addSuperinterface(ParameterizedTypeName.get(kind, root, name, idType()))
                .addMethod(published(MethodSpec.constructorBuilder())
                        .addJavadoc("Creates the paths of the document at the given location.")
                        .addParameter(ParameterizedTypeName.get(RuntimeTypes.LOCATION, root), "location")
                        .addStatement("super(location)")
                        .build());
        return document.isPublic() ? type.addModifiers(Modifier.PUBLIC) : type;
    }

    private TypeSpec embedded(EmbeddedModel.Plain embedded, ClassName path) {
        MembersGenerator members = members(embedded.structure(), embedded.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(path)
                .addJavadoc(
                        "Typed paths of {@link $T}.\n\n", embedded.structure().rawType())
                .addJavadoc(ROOT_JAVADOC, root)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(root)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.EMBEDDED_PATH, root, embedded.type()));
        if (document.isPublic() && embedded.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        members.addFields(type);
        type.addMethod(members.constructor(MethodSpec.constructorBuilder()));
        members.addMethods(type);
        return type.build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.TakenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Generates the paths that lead to links within lists, maps and sealed values of embedded types. Their methods are links, which
 * may be those of several values; their fields lead further in.
 */
final class EmbeddedLinksGenerator {
    private static final String LOCATION = "location";

    private final DocumentModel document;
    private final ValueCode values;
    private final EmbeddedLinks links;
    private final TypeVariableName root;
    private final TypeName location;

    EmbeddedLinksGenerator(DocumentModel document, ValueCode values, PathCode paths) {
        this.document = document;
        this.values = values;
        this.links = paths.links();
        this.root = paths.root();
        this.location = ParameterizedTypeName.get(RuntimeTypes.LOCATION, root);
    }

    /** The classes for lists and maps, and for what is further in. */
    List<TypeSpec> generate() {
        List<TypeSpec> types = new ArrayList<>();
        for (EmbeddedModel embedded : document.embedded()) {
            ClassName list = links.lists().get(embedded.name());
            if (list != null) {
                types.add(listPath(embedded, list));
            }
            ClassName map = links.maps().get(embedded.name());
            if (map != null) {
                types.add(mapPath(embedded, map));
            }
            ClassName enumMap = links.enumMaps().get(embedded.name());
            if (enumMap != null) {
                types.add(enumMapPath(embedded, enumMap));
            }
            ClassName inner = links.inner().get(embedded.name());
            if (inner != null) {
                types.add(innerPath(embedded, inner));
            }
        }
        return types;
    }

    /** The path of a value of a sealed type. */
    TypeSpec sealedPath(EmbeddedModel embedded, ClassName path) {
        return path(embedded, path, "The links within a {@link $T}.\n\n")
                .superclass(ParameterizedTypeName.get(RuntimeTypes.EMBEDDED_PATH, root, embedded.type()))
                .addMethod(constructor(
                        embedded,
                        MethodSpec.constructorBuilder()
                                .addParameter(location, LOCATION)
                                .addStatement("super($N, $L)", LOCATION, values.embedded(embedded.name()))))
                .build();
    }

    private TypeSpec innerPath(EmbeddedModel embedded, ClassName path) {
        return path(embedded, path, "The links within {@link $T}s.\n\n")
                .superclass(ParameterizedTypeName.get(RuntimeTypes.EMBEDDED_LINKS_PATH, root))
                .addMethod(constructor(
                        embedded,
                        MethodSpec.constructorBuilder()
                                .addParameter(location, LOCATION)
                                .addStatement("super($N)", LOCATION)))
                .build();
    }

    private TypeSpec listPath(EmbeddedModel embedded, ClassName path) {
        TakenNames names = variables();
        TypeVariableName list = variable(names, "V");
        TypeVariableName element = variable(names, "E");
        TypeVariableName elementPath = variable(names, "P");
        TypeName elementLocation = ParameterizedTypeName.get(RuntimeTypes.LOCATION, element);
        return container(
                path(embedded, path, "A list of {@link $T}s, and the links within them.\n\n")
                        .addJavadoc("@param <$T> the type of the member\n", list)
                        .addJavadoc("@param <$T> the type of an element\n", element)
                        .addJavadoc("@param <$T> the path of an element within a condition on it\n", elementPath),
                embedded,
                RuntimeTypes.LIST_PATH,
                List.of(list, element, elementPath),
                parameter(codec(list), "codec"),
                parameter(codec(element), "element"),
                parameter(factory(elementLocation, elementPath), "elementPath"));
    }

    private TypeSpec mapPath(EmbeddedModel embedded, ClassName path) {
        TakenNames names = variables();
        TypeVariableName value = variable(names, "V");
        TypeVariableName valuePath = variable(names, "P");
        return container(
                path(embedded, path, "A map of {@link $T}s, and the links within them.\n\n")
                        .addJavadoc("@param <$T> the type of the map's values\n", value)
                        .addJavadoc("@param <$T> the path of a value\n", valuePath),
                embedded,
                RuntimeTypes.MAP_PATH,
                List.of(value, valuePath),
                parameter(codec(map(ClassName.get(String.class), value)), "codec"),
                parameter(factory(location, valuePath), "valuePath"));
    }

    private TypeSpec enumMapPath(EmbeddedModel embedded, ClassName path) {
        TakenNames names = variables();
        String constants = names.newName("K");
        TypeVariableName key = TypeVariableName.get(
                constants, ParameterizedTypeName.get(ClassName.get(Enum.class), TypeVariableName.get(constants)));
        TypeVariableName value = variable(names, "V");
        TypeVariableName valuePath = variable(names, "P");
        return container(
                path(embedded, path, "A map of {@link $T}s by enum constants, and the links within them.\n\n")
                        .addJavadoc("@param <$T> the type of the map's keys\n", key)
                        .addJavadoc("@param <$T> the type of the map's values\n", value)
                        .addJavadoc("@param <$T> the path of a value\n", valuePath),
                embedded,
                RuntimeTypes.ENUM_MAP_PATH,
                List.of(key, value, valuePath),
                parameter(codec(map(key, value)), "codec"),
                parameter(ParameterizedTypeName.get(RuntimeTypes.ENUM_NAMES, key), "keys"),
                parameter(factory(location, valuePath), "valuePath"));
    }

    /** Finishes the class of a list or a map, whose superclass has its type variables, and whose constructor hands on its parameters. */
    private TypeSpec container(
            TypeSpec.Builder type,
            EmbeddedModel embedded,
            ClassName superclass,
            List<TypeVariableName> variables,
            ParameterSpec... parameters) {
        TypeName[] arguments =
                Stream.concat(Stream.of(root), variables.stream()).toArray(TypeName[]::new);
        CodeBlock handedOn = Stream.of(parameters)
                .map(parameter -> CodeBlock.of(", $N", parameter))
                .collect(CodeBlock.joining(""));
        return type.addTypeVariables(variables)
                .superclass(ParameterizedTypeName.get(superclass, arguments))
                .addMethod(constructor(
                        embedded,
                        MethodSpec.constructorBuilder()
                                .addParameter(location, LOCATION)
                                .addParameters(List.of(parameters))
                                .addStatement("super($N$L)", LOCATION, handedOn)))
                .build();
    }

    private static ParameterSpec parameter(TypeName type, String name) {
        return ParameterSpec.builder(type, name).build();
    }

    private static TypeName map(TypeName key, TypeName value) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), key, value);
    }

    private static TypeName codec(TypeName value) {
        return ParameterizedTypeName.get(RuntimeTypes.VALUE_CODEC, value);
    }

    private static TypeName factory(TypeName argument, TypeName result) {
        return ParameterizedTypeName.get(ClassName.get(Function.class), argument, result);
    }

    /** Names for type variables: not those of the user's types. */
    private TakenNames variables() {
        TakenNames names = new TakenNames();
        document.typeNames().forEach(names::newName);
        names.newName(root.name());
        return names;
    }

    private static TypeVariableName variable(TakenNames names, String name) {
        return TypeVariableName.get(names.newName(name));
    }

    /** A class with the fields and the methods of a type; its constructor sets the fields. */
    private TypeSpec.Builder path(EmbeddedModel embedded, ClassName path, String javadoc) {
        TypeSpec.Builder type = TypeSpec.classBuilder(path)
                .addJavadoc(javadoc, embedded.rawType())
                .addJavadoc(QueryGenerator.ROOT_JAVADOC, root)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(root);
        if (document.isPublic() && embedded.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        TakenNames fields = QueryGenerator.fieldNames(document);
        for (FieldModel field : links.linkedFields(embedded.name())) {
            FieldSpec.Builder spec = FieldSpec.builder(
                    ParameterizedTypeName.get(links.innerPath(field), root), fields.newName(field.name()));
            if (document.isPublic() && field.property().isPublic()) {
                spec.addModifiers(Modifier.PUBLIC);
            }
            type.addField(spec.addModifiers(Modifier.FINAL).build());
        }
        MethodNames methods = new MethodNames(path);
        links.links(embedded.name()).forEach(link -> type.addMethod(link(link, methods)));
        return type;
    }

    private MethodSpec constructor(EmbeddedModel embedded, MethodSpec.Builder constructor) {
        TakenNames fields = QueryGenerator.fieldNames(document);
        for (FieldModel field : links.linkedFields(embedded.name())) {
            constructor.addStatement(
                    "this.$N = new $T<>($N.field($S))",
                    fields.newName(field.name()),
                    links.innerPath(field),
                    LOCATION,
                    field.storedName());
        }
        return constructor.build();
    }

    private MethodSpec link(LinkModel link, MethodNames methods) {
        ClassName path = QueryGenerator.nestedLinksType(link.target().query());
        MethodSpec.Builder method = MethodSpec.methodBuilder(methods.of(link.name()))
                .addJavadoc("The linked {@link $T}s.", link.target().document())
                .returns(ParameterizedTypeName.get(path, root))
                .addStatement("return new $T<>(throughEmbedded($S))", path, link.storedName());
        return document.isPublic() && link.property().isPublic() && link.isTargetPublic()
                ? method.addModifiers(Modifier.PUBLIC).build()
                : method.build();
    }
}

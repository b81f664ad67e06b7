// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.PathKind;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of paths to values, and the expressions that create them. */
final class PathCode {
    private final ValueCode values;
    private final TypeVariableName root;
    private final Map<String, ClassName> embeddedPaths = new HashMap<>();
    private final EmbeddedLinks links;

    PathCode(DocumentModel document, ValueCode values) {
        this.values = values;
        TakenNames names = new TakenNames();
        document.typeNames().forEach(names::newName);
        this.root = TypeVariableName.get(names.newName("R"));
        names.newName(document.names().query().simpleName());
        ClassName query = document.names().query();
        names.newName(QueryGenerator.linkType(query).simpleName());
        names.newName(QueryGenerator.linksType(query).simpleName());
        names.newName(QueryGenerator.nestedLinksType(query).simpleName());
        this.links = new EmbeddedLinks(document, names);
        Set<String> named = new HashSet<>();
        addNamed(document.structure(), document, named);
        for (EmbeddedModel embedded : document.embedded()) {
            if (embedded instanceof EmbeddedModel.Plain
                    ? named.contains(embedded.name())
                    : links.hasLinks(embedded.name())) {
                embeddedPaths.put(
                        embedded.name(), document.names().query().nestedClass(names.newName(embedded.name() + "Path")));
            }
        }
    }

    /** Adds the embedded types that paths lead to. The subtypes of sealed types are not among them. */
    private static void addNamed(StructureModel structure, DocumentModel document, Set<String> named) {
        for (FieldModel field : structure.fields()) {
            ValueModel value = innermost(field.value());
            if (value instanceof ValueModel.Embedded reference
                    && document.embedded(reference.name()) instanceof EmbeddedModel.Plain plain
                    && named.add(plain.name())) {
                addNamed(plain.structure(), document, named);
            }
        }
    }

    static ValueModel innermost(ValueModel value) {
        if (value instanceof ValueModel.Sequence sequence) {
            return innermost(sequence.element());
        }
        if (value instanceof ValueModel.Converted converted) {
            return converted.stored() instanceof ValueModel.Sequence sequence ? innermost(sequence) : value;
        }
        return value instanceof ValueModel.MapOf map ? innermost(map.value()) : value;
    }

    /** The document from which the paths of a generated class start. */
    TypeVariableName root() {
        return root;
    }

    /** The embedded types that have links. */
    EmbeddedLinks links() {
        return links;
    }

    /** The path class of an embedded type, or null if its path has no members. */
    @Nullable
    ClassName embeddedPath(String name) {
        return embeddedPaths.get(name);
    }

    /** The type of the path to a value, starting at a root. */
    TypeName type(ValueModel value, TypeName root) {
        if (value instanceof ValueModel.Scalar scalar) {
            return scalar(scalar.kind(), root);
        }
        if (value instanceof ValueModel.Sequence sequence) {
            return list(value, sequence, root);
        }
        if (value instanceof ValueModel.MapOf map) {
            return map(map, root);
        }
        if (value instanceof ValueModel.Converted converted) {
            return converted.stored() instanceof ValueModel.Sequence sequence
                    ? list(value, sequence, root)
                    : ParameterizedTypeName.get(convertedPath(converted), root, value.type());
        }
        ClassName embedded = pathClass(value);
        return embedded != null
                ? ParameterizedTypeName.get(embedded, root)
                : ParameterizedTypeName.get(RuntimeTypes.FIELD_PATH, root, value.type());
    }

    /** @param value the list itself, or what is converted to one */
    private TypeName list(ValueModel value, ValueModel.Sequence stored, TypeName root) {
        TypeName element = stored.element().type();
        return ParameterizedTypeName.get(
                listPath(stored), root, value.type(), element, type(stored.element(), element));
    }

    private ClassName listPath(ValueModel.Sequence value) {
        ClassName path = links.listPath(value);
        return path == null ? RuntimeTypes.LIST_PATH : path;
    }

    private TypeName map(ValueModel.MapOf map, TypeName root) {
        ValueModel.Enumeration key = map.key();
        TypeName value = map.value().type();
        TypeName path = type(map.value(), root);
        return key == null
                ? ParameterizedTypeName.get(mapPath(map), root, value, path)
                : ParameterizedTypeName.get(mapPath(map), root, key.type(), value, path);
    }

    private ClassName mapPath(ValueModel.MapOf map) {
        ClassName path = links.mapPath(map);
        if (path != null) {
            return path;
        }
        return map.key() == null ? RuntimeTypes.MAP_PATH : RuntimeTypes.ENUM_MAP_PATH;
    }

    /** Operands are values of the member's type, so only what compares stored values is offered: no text, no sums. */
    private static ClassName convertedPath(ValueModel.Converted converted) {
        return converted.stored() instanceof ValueModel.Scalar scalar
                        && scalar.kind().path() != PathKind.FIELD
                ? RuntimeTypes.COMPARABLE_PATH
                : RuntimeTypes.FIELD_PATH;
    }

    private static TypeName scalar(ScalarKind kind, TypeName root) {
        ClassName path = scalarPath(kind);
        return path.equals(RuntimeTypes.STRING_PATH)
                ? ParameterizedTypeName.get(path, root)
                : ParameterizedTypeName.get(path, root, kind.type());
    }

    private static ClassName scalarPath(ScalarKind kind) {
        return switch (kind.path()) {
            case STRING -> RuntimeTypes.STRING_PATH;
            case NUMBER -> RuntimeTypes.NUMBER_PATH;
            case TEMPORAL -> RuntimeTypes.TEMPORAL_PATH;
            case COMPARABLE -> RuntimeTypes.COMPARABLE_PATH;
            case FIELD -> RuntimeTypes.FIELD_PATH;
        };
    }

    private @Nullable ClassName pathClass(ValueModel value) {
        if (value instanceof ValueModel.Scalar scalar) {
            return scalar.kind() == ScalarKind.STRING ? RuntimeTypes.STRING_PATH : null;
        }
        return value instanceof ValueModel.Embedded embedded ? embeddedPath(embedded.name()) : null;
    }

    /**
     * The path to a value.
     *
     * @param location the location of the value
     * @param codec the value's codec
     * @param locals the names that are taken where the expression stands
     */
    CodeBlock create(ValueModel value, CodeBlock location, CodeBlock codec, TakenNames locals) {
        ClassName simple = pathClass(value);
        if (simple != null) { // knows its codec
            return CodeBlock.of("new $T<>($L)", simple, location);
        }
        if (value instanceof ValueModel.Sequence sequence) {
            return CodeBlock.of(
                    "new $T<>($L,$W$L,$W$L,$W$L)",
                    listPath(sequence),
                    location,
                    codec,
                    values.value(sequence.element()),
                    factory(sequence.element(), locals));
        }
        if (value instanceof ValueModel.MapOf map) {
            return map(map, location, codec, locals);
        }
        if (value instanceof ValueModel.Converted converted) {
            return converted.stored() instanceof ValueModel.Sequence sequence
                    ? create(sequence, location, codec, locals)
                    : CodeBlock.of("new $T<>($L, $L)", convertedPath(converted), location, codec);
        }
        ClassName path =
                value instanceof ValueModel.Scalar scalar ? scalarPath(scalar.kind()) : RuntimeTypes.FIELD_PATH;
        return CodeBlock.of("new $T<>($L, $L)", path, location, codec);
    }

    private CodeBlock map(ValueModel.MapOf map, CodeBlock location, CodeBlock codec, TakenNames locals) {
        ValueModel.Enumeration key = map.key();
        CodeBlock value = factory(map.value(), locals);
        return key == null
                ? CodeBlock.of("new $T<>($L,$W$L,$W$L)", mapPath(map), location, codec, value)
                : CodeBlock.of(
                        "new $T<>($L,$W$L,$W$L,$W$L)", mapPath(map), location, codec, ValueCode.enumNames(key), value);
    }

    /** The function that creates the path of an element from its location. */
    private CodeBlock factory(ValueModel element, TakenNames locals) {
        ClassName simple = pathClass(element);
        if (simple != null) {
            return CodeBlock.of("$T::new", simple);
        }
        TakenNames inner = locals.copy();
        String location = inner.newName("element");
        return CodeBlock.of(
                "$N -> $L", location, create(element, CodeBlock.of("$N", location), values.value(element), inner));
    }
}

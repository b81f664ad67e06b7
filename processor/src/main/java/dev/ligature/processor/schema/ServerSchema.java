// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.model.StoredId;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The {@code $jsonSchema} of a document: what the server can check of it. It allows what the codec reads, as it writes it: fields that the
 * declaration does not know may be there, and nulls where a value may be missing. It uses the keywords that every server knows, so it says
 * nothing of the values of a map, unless the keys are constants.
 */
public final class ServerSchema {
    private final List<EmbeddedModel> embedded;
    private final StoredConstants constants;
    private final Function<ClassName, Optional<StoredId>> targets;
    /** The embedded types around a value. What contains itself is described once, since these schemas cannot refer to each other. */
    private final Set<String> around = new HashSet<>();

    private ServerSchema(
            List<EmbeddedModel> embedded, StoredConstants constants, Function<ClassName, Optional<StoredId>> targets) {
        this.embedded = embedded;
        this.constants = constants;
        this.targets = targets;
    }

    /**
     * The schema of a document, as JSON. That of a sealed one describes all types of its collection.
     *
     * @param constants the names of an enum's constants
     * @param targets the ids of the documents that are linked to: links store them
     */
    public static String json(
            DocumentModel document,
            Function<ClassName, List<String>> constants,
            Function<ClassName, Optional<StoredId>> targets) {
        StoredConstants stored = new StoredConstants(constants);
        HierarchyModel hierarchy = document.hierarchy();
        if (hierarchy == null || !hierarchy.isSealed()) {
            ServerSchema schema = new ServerSchema(document.embedded(), stored, targets);
            return Json.write(schema.structure(document.structure(), Map.of()));
        }
        List<Object> types = new ArrayList<>();
        for (DocumentModel type : hierarchy.permitted()) {
            StructureModel.Discriminator discriminator =
                    Objects.requireNonNull(type.structure().discriminator(), "discriminator");
            Object value = finished(oneOf(List.of(discriminator.value())), false);
            types.add(new ServerSchema(type.embedded(), stored, targets)
                    .structure(type.structure(), Map.of(discriminator.key(), value)));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("oneOf", types);
        return Json.write(schema);
    }

    /** @param properties those that are known apart from the members */
    private Map<String, Object> structure(StructureModel structure, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("bsonType", "object");
        List<String> required = new ArrayList<>(properties.keySet());
        Map<String, Object> all = new LinkedHashMap<>(properties);
        for (MemberModel.Stored member : structure.stored()) {
            boolean isId = member instanceof FieldModel field && field.isId();
            if (member.presence() == Presence.REQUIRED && !isId) { // the server itself looks after the id
                required.add(member.storedName());
            }
            all.put(member.storedName(), member(member));
        }
        if (!required.isEmpty()) {
            schema.put("required", new Json.Line(required));
        }
        schema.put("properties", all);
        return schema;
    }

    private Object member(MemberModel.Stored member) {
        boolean isNullable = member.presence() != Presence.REQUIRED
                && !member.carriedType().isPrimitive()
                && !(member instanceof FieldModel field && field.isId());
        if (member instanceof LinkModel link) {
            Map<String, Object> one = link(link);
            return finished(link.shape().isList() ? array(orNull(one)) : one, isNullable);
        }
        return finished(value(((FieldModel) member).value()), isNullable);
    }

    /** On one line unless there is another schema in it; a null is allowed where there may be one. */
    private static Object finished(Map<String, Object> schema, boolean isNullable) {
        Map<String, Object> finished = isNullable ? orNull(schema) : schema;
        boolean isFlat =
                finished.values().stream().allMatch(value -> value instanceof String || value instanceof Json.Line);
        return isFlat ? new Json.Line(finished) : finished;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        nullable.computeIfPresent("bsonType", (key, type) -> new Json.Line(plus(type, "null")));
        nullable.computeIfPresent("enum", (key, values) -> new Json.Line(plus(values, Json.NULL)));
        nullable.computeIfPresent("oneOf", (key, variants) -> plus(variants, new Json.Line(type("null"))));
        return nullable;
    }

    private static List<Object> plus(Object values, Object another) {
        if (values instanceof Json.Line line) {
            return plus(line.value(), another);
        }
        List<Object> more = new ArrayList<>();
        if (values instanceof List<?> list) {
            more.addAll(list);
        } else {
            more.add(values);
        }
        more.add(another);
        return more;
    }

    private static Map<String, Object> type(Object type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("bsonType", type);
        return schema;
    }

    /** The server refuses a list without values. */
    private static Map<String, Object> oneOf(List<String> values) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!values.isEmpty()) {
            schema.put("enum", new Json.Line(values));
        }
        return schema;
    }

    private static Map<String, Object> array(Map<String, Object> element) {
        Map<String, Object> schema = type("array");
        if (!element.isEmpty()) {
            schema.put("items", finished(element, false));
        }
        return schema;
    }

    /** The schema of a value; empty for one that may be anything. */
    private Map<String, Object> value(ValueModel value) {
        if (value instanceof ValueModel.Scalar scalar) {
            return scalar(scalar.kind());
        }
        if (value instanceof ValueModel.Enumeration enumeration) {
            return oneOf(constants.of(enumeration));
        }
        if (value instanceof ValueModel.PrimitiveArray array) {
            return array(value(array.element()));
        }
        if (value instanceof ValueModel.Sequence sequence) {
            return array(orNull(value(sequence.element())));
        }
        if (value instanceof ValueModel.MapOf map) {
            return map(map);
        }
        if (value instanceof ValueModel.Converted converted) {
            return value(converted.stored());
        }
        return value instanceof ValueModel.Embedded embedded
                ? embedded(EmbeddedModel.named(embedded.name(), this.embedded))
                : new LinkedHashMap<>();
    }

    private Map<String, Object> map(ValueModel.MapOf map) {
        Map<String, Object> schema = type("object");
        ValueModel.Enumeration key = map.key();
        if (key != null) {
            Object each = finished(orNull(value(map.value())), false);
            Map<String, Object> properties = new LinkedHashMap<>();
            constants.of(key).forEach(name -> properties.put(name, each));
            schema.put("properties", properties);
        }
        return schema;
    }

    /** Whole numbers of other services are often as short as they can be. */
    private static Map<String, Object> scalar(ScalarKind kind) {
        String type = StoredTypes.bsonType(kind);
        return switch (type) {
            case "long" -> type(new Json.Line(List.of("long", "int")));
            case "double" -> type(new Json.Line(List.of("double", "int", "long")));
            default -> type(type);
        };
    }

    private Map<String, Object> embedded(EmbeddedModel model) {
        if (!around.add(model.name())) {
            return type("object");
        }
        Map<String, Object> schema;
        if (model instanceof EmbeddedModel.Plain plain) {
            schema = structure(plain.structure(), Map.of());
        } else if (model instanceof EmbeddedModel.Union union) {
            schema = union(union);
        } else {
            schema = constants((EmbeddedModel.Constants) model, Map.of());
        }
        around.remove(model.name());
        return schema;
    }

    private Map<String, Object> constants(EmbeddedModel.Constants model, Map<String, Object> properties) {
        Map<String, Object> all = new LinkedHashMap<>(properties);
        all.put("name", finished(oneOf(constants.of(model.constants())), false));
        Map<String, Object> schema = type("object");
        schema.put("required", new Json.Line(List.copyOf(all.keySet())));
        schema.put("properties", all);
        return schema;
    }

    /** One of the subtypes, which the field of the discriminator tells apart. */
    private Map<String, Object> union(EmbeddedModel.Union union) {
        List<Object> variants = new ArrayList<>();
        for (EmbeddedModel.Subtype subtype : union.subtypes()) {
            Map<String, Object> key = new LinkedHashMap<>();
            key.put(union.key(), finished(oneOf(List.of(subtype.discriminator())), false));
            EmbeddedModel model = EmbeddedModel.named(subtype.value().name(), embedded);
            if (!around.add(model.name())) {
                Map<String, Object> variant = type("object");
                variant.put("required", new Json.Line(List.of(union.key())));
                variant.put("properties", key);
                variants.add(variant);
                continue;
            }
            variants.add(
                    model instanceof EmbeddedModel.Plain plain
                            ? structure(plain.structure(), key)
                            : constants((EmbeddedModel.Constants) model, key));
            around.remove(model.name());
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("oneOf", variants);
        return schema;
    }

    private Map<String, Object> link(LinkModel link) {
        Map<String, Object> id = targets.apply(link.target().document())
                .map(found -> new ServerSchema(found.embedded(), constants, targets).value(found.value()))
                .orElseGet(LinkedHashMap::new);
        if (!link.isDbRef()) {
            return id;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("$ref", new Json.Line(type("string")));
        if (!id.isEmpty()) {
            properties.put("$id", finished(id, false));
        }
        Map<String, Object> schema = type("object");
        schema.put("required", new Json.Line(List.of("$ref", "$id")));
        schema.put("properties", properties);
        return schema;
    }
}

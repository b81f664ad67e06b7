// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.schema.DocumentSchema.BackLinkSchema;
import dev.ligature.processor.schema.DocumentSchema.IndexSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a schema file: JSON, sorted by names, with a line for each field, so that the differences between two versions are those
 * between the documents.
 */
public final class SchemaText {
    private static final String COMMENT = "Written by Ligature's processor. Commit it, but do not edit it.";
    private static final long FORMAT = 1;

    private SchemaText() {}

    /** A text that is no schema file; the message says why. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    public static String write(SortedMap<String, DocumentSchema> documents) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("$comment", COMMENT);
        file.put("format", FORMAT);
        Map<String, Object> all = new LinkedHashMap<>();
        documents.forEach((name, document) -> all.put(name, document(document)));
        file.put("documents", all);
        return Json.write(file);
    }

    private static Map<String, Object> document(DocumentSchema document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("collection", document.collection());
        if (document.root() != null) {
            json.put("root", document.root());
        }
        if (document.types() != null) {
            json.putAll(union(document.types(), "types"));
        }
        json.put("fields", fields(document.fields()));
        if (!document.embedded().isEmpty()) {
            Map<String, Object> embedded = new LinkedHashMap<>();
            document.embedded().forEach((name, each) -> embedded.put(name, embedded(each)));
            json.put("embedded", embedded);
        }
        if (!document.indexes().isEmpty()) {
            json.put(
                    "indexes",
                    document.indexes().stream().map(SchemaText::index).toList());
        }
        if (!document.backLinks().isEmpty()) {
            Map<String, Object> backLinks = new LinkedHashMap<>();
            document.backLinks().forEach(each -> backLinks.put(each.member(), backLink(each)));
            json.put("backLinks", backLinks);
        }
        return json;
    }

    private static Map<String, Object> fields(List<FieldSchema> fields) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (FieldSchema field : fields) {
            Map<String, Object> line = new LinkedHashMap<>();
            if (!field.member().equals(field.name())) {
                line.put("member", field.member());
            }
            line.put("type", type(field.type()));
            if (field.isRequired()) {
                line.put("required", true);
            }
            json.put(field.name(), new Json.Line(line));
        }
        return json;
    }

    private static Object type(TypeSchema type) {
        if (type instanceof TypeSchema.Scalar scalar) {
            return scalar.name();
        }
        if (type instanceof TypeSchema.Enumeration enumeration) {
            return Map.of("enum", enumeration.values());
        }
        if (type instanceof TypeSchema.Array array) {
            return Map.of("array", type(array.element()));
        }
        if (type instanceof TypeSchema.MapOf map) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("map", type(map.value()));
            if (map.keys() != null) {
                json.put("keys", map.keys());
            }
            return json;
        }
        if (type instanceof TypeSchema.Embedded embedded) {
            return Map.of("embedded", embedded.name());
        }
        if (type instanceof TypeSchema.Link link) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("link", link.target());
            json.put("storage", link.storage());
            return json;
        }
        return Map.of("registered", ((TypeSchema.Registered) type).javaType());
    }

    private static Map<String, Object> embedded(EmbeddedSchema embedded) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (embedded instanceof EmbeddedSchema.Plain plain) {
            json.put("fields", fields(plain.fields()));
        } else if (embedded instanceof EmbeddedSchema.Union union) {
            json.putAll(union(union, "variants"));
        } else {
            json.put("values", new Json.Line(((EmbeddedSchema.Constants) embedded).values()));
        }
        return json;
    }

    private static Map<String, Object> union(EmbeddedSchema.Union union, String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("discriminator", union.key());
        json.put(name, union.variants());
        return json;
    }

    private static Json.Line index(IndexSchema index) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("keys", index.keys());
        if (index.isUnique()) {
            json.put("unique", true);
        }
        if (index.isSparse()) {
            json.put("sparse", true);
        }
        if (index.expireAfterSeconds() >= 0) {
            json.put("expireAfterSeconds", index.expireAfterSeconds());
        }
        return new Json.Line(json);
    }

    private static Json.Line backLink(BackLinkSchema link) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", link.document());
        json.put("originalField", link.originalField());
        json.put("onDelete", link.onDelete());
        return new Json.Line(json);
    }

    /** Reads a text that {@link #write} has made. */
    public static SortedMap<String, DocumentSchema> read(String text) throws UnreadableException {
        try {
            Node file = new Node("the file", Json.parse(text));
            if (file.number("format") != FORMAT) {
                throw new Json.Malformed("its format is not " + FORMAT);
            }
            SortedMap<String, DocumentSchema> documents = new TreeMap<>();
            for (Map.Entry<String, Node> each : file.child("documents").entries()) {
                documents.put(each.getKey(), document(each.getKey(), each.getValue()));
            }
            return documents;
        } catch (Json.Malformed e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }

    private static DocumentSchema document(String name, Node json) throws Json.Malformed {
        SortedMap<String, EmbeddedSchema> embedded = new TreeMap<>();
        for (Map.Entry<String, Node> each : json.optional("embedded").entries()) {
            embedded.put(each.getKey(), embedded(each.getValue()));
        }
        List<IndexSchema> indexes = new ArrayList<>();
        for (Node index : json.optional("indexes").elements()) {
            indexes.add(new IndexSchema(
                    index.strings("keys"),
                    index.flag("unique"),
                    index.flag("sparse"),
                    index.has("expireAfterSeconds") ? index.number("expireAfterSeconds") : -1));
        }
        List<BackLinkSchema> backLinks = new ArrayList<>();
        for (Map.Entry<String, Node> each : json.optional("backLinks").entries()) {
            Node link = each.getValue();
            backLinks.add(new BackLinkSchema(
                    each.getKey(), link.string("document"), link.string("originalField"), link.string("onDelete")));
        }
        return new DocumentSchema(
                name,
                json.string("collection"),
                json.has("root") ? json.string("root") : null,
                readFields(json.child("fields")),
                embedded,
                indexes,
                backLinks,
                json.has("types") ? readUnion(json, "types") : null);
    }

    private static List<FieldSchema> readFields(Node json) throws Json.Malformed {
        List<FieldSchema> fields = new ArrayList<>();
        for (Map.Entry<String, Node> each : json.entries()) {
            Node field = each.getValue();
            fields.add(new FieldSchema(
                    each.getKey(),
                    field.has("member") ? field.string("member") : each.getKey(),
                    readType(field.child("type")),
                    field.flag("required")));
        }
        return fields;
    }

    private static TypeSchema readType(Node json) throws Json.Malformed {
        if (json.value instanceof String name) {
            return new TypeSchema.Scalar(name);
        }
        if (json.has("enum")) {
            return new TypeSchema.Enumeration(json.strings("enum"));
        }
        if (json.has("array")) {
            return new TypeSchema.Array(readType(json.child("array")));
        }
        if (json.has("map")) {
            return new TypeSchema.MapOf(json.has("keys") ? json.strings("keys") : null, readType(json.child("map")));
        }
        if (json.has("embedded")) {
            return new TypeSchema.Embedded(json.string("embedded"));
        }
        return json.has("link")
                ? new TypeSchema.Link(json.string("link"), json.string("storage"))
                : new TypeSchema.Registered(json.string("registered"));
    }

    private static EmbeddedSchema embedded(Node json) throws Json.Malformed {
        if (json.has("fields")) {
            return new EmbeddedSchema.Plain(readFields(json.child("fields")));
        }
        if (json.has("values")) {
            return new EmbeddedSchema.Constants(json.strings("values"));
        }
        return readUnion(json, "variants");
    }

    private static EmbeddedSchema.Union readUnion(Node json, String name) throws Json.Malformed {
        SortedMap<String, String> variants = new TreeMap<>();
        for (Map.Entry<String, Node> each : json.child(name).entries()) {
            variants.put(each.getKey(), json.child(name).string(each.getKey()));
        }
        return new EmbeddedSchema.Union(json.string("discriminator"), variants);
    }

    /**
     * A value of the file, as what it has to be.
     *
     * @param place what it is, for messages
     */
    private record Node(String place, Object value) {
        private Json.Malformed isNot(String expected) {
            return new Json.Malformed(place + " is not " + expected);
        }

        private Map<?, ?> map() throws Json.Malformed {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw isNot("an object");
        }

        boolean has(String key) throws Json.Malformed {
            return map().containsKey(key);
        }

        Node child(String key) throws Json.Malformed {
            Object child = map().get(key);
            if (child == null) {
                throw new Json.Malformed(place + " has no \"" + key + "\"");
            }
            return new Node("\"" + key + "\"", child);
        }

        /** A child, or one that is empty. */
        Node optional(String key) throws Json.Malformed {
            return has(key) ? child(key) : new Node(key, Map.of());
        }

        List<Map.Entry<String, Node>> entries() throws Json.Malformed {
            List<Map.Entry<String, Node>> entries = new ArrayList<>();
            for (Object key : map().keySet()) {
                entries.add(Map.entry(key.toString(), child(key.toString())));
            }
            return entries;
        }

        List<Node> elements() throws Json.Malformed {
            if (value instanceof Map<?, ?> none && none.isEmpty()) {
                return List.of();
            }
            if (value instanceof Collection<?> list) {
                return list.stream().map(each -> new Node(place, each)).toList();
            }
            throw isNot("an array");
        }

        String string() throws Json.Malformed {
            if (value instanceof String string) {
                return string;
            }
            throw isNot("a string");
        }

        String string(String key) throws Json.Malformed {
            return child(key).string();
        }

        long number(String key) throws Json.Malformed {
            Node child = child(key);
            if (child.value instanceof Long number) {
                return number;
            }
            throw child.isNot("a number");
        }

        boolean flag(String key) throws Json.Malformed {
            if (!has(key)) {
                return false;
            }
            Node child = child(key);
            if (child.value instanceof Boolean flag) {
                return flag;
            }
            throw child.isNot("true or false");
        }

        List<String> strings(String key) throws Json.Malformed {
            List<String> strings = new ArrayList<>();
            for (Node each : child(key).elements()) {
                strings.add(each.string());
            }
            return strings;
        }
    }
}

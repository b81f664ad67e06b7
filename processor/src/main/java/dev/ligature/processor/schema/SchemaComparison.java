// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.validate.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what breaks between two schemas: what makes documents that exist unreadable or hides their values, and what makes every new document
 * unreadable to a service with the former declarations. What depends on the values that are written, such as a new constant, breaks nothing
 * by itself.
 */
public final class SchemaComparison {
    private final SortedMap<String, DocumentSchema> former;
    private final SortedMap<String, DocumentSchema> current;
    /** The present names of the classes that had another one. */
    private final Map<String, String> renamed = new HashMap<>();

    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaComparison(SortedMap<String, DocumentSchema> former, SortedMap<String, DocumentSchema> current) {
        this.former = former;
        this.current = current;
    }

    /** The changes that break something, in the order of the documents. */
    public static List<SchemaChange> changes(
            SortedMap<String, DocumentSchema> former, SortedMap<String, DocumentSchema> current) {
        return new SchemaComparison(former, current).changes();
    }

    private List<SchemaChange> changes() {
        Map<DocumentSchema, DocumentSchema> pairs = pairs();
        pairs.forEach((now, before) -> {
            boolean isSaidByTypes = before.isWithin() && now.isWithin() && now.isSealed();
            if (!isSaidByTypes) {
                new OfDocument(before, now, pairs).compare();
            }
        });
        return changes;
    }

    /** Each document and what it was, also under another class name. */
    private Map<DocumentSchema, DocumentSchema> pairs() {
        Map<DocumentSchema, DocumentSchema> pairs = new LinkedHashMap<>();
        for (DocumentSchema now : current.values()) {
            Optional.ofNullable(former.get(now.name()))
                    .filter(before -> isKept(before.name()))
                    .or(() -> only(former, now::isStoredLike))
                    .or(() -> only(former, now::looksLike)
                            .filter(other -> only(current, other::looksLike).isPresent()))
                    .ifPresent(found -> {
                        renamed.put(found.name(), now.name());
                        pairs.put(now, found);
                    });
        }
        return pairs;
    }

    /**
     * Whether a class stands for the documents for which it did. One of several types that permits others now has no documents of its own:
     * what it had is read as the type of the same discriminator.
     */
    private boolean isKept(String name) {
        DocumentSchema before = former.get(name);
        DocumentSchema now = current.get(name);
        return before != null
                && now != null
                && !(before.isWithin() && now.isWithin() && before.isSealed() != now.isSealed());
    }

    /** The only document of one side that the other has no more, or not yet. */
    private Optional<DocumentSchema> only(Map<String, DocumentSchema> side, Predicate<DocumentSchema> wanted) {
        List<DocumentSchema> found = side.values().stream()
                .filter(each -> !isKept(each.name()))
                .filter(wanted)
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The type of a document's id. */
    private static Optional<TypeSchema> idType(Map<String, DocumentSchema> documents, String name) {
        return Optional.ofNullable(documents.get(name))
                .flatMap(document -> field(document.fields(), "_id"))
                .map(FieldSchema::type);
    }

    private static Optional<FieldSchema> field(List<FieldSchema> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The comparison of one document. */
    private final class OfDocument {
        private final DocumentSchema formerDocument;
        private final DocumentSchema document;
        private final Map<DocumentSchema, DocumentSchema> pairs;
        /** The pairs of forms that have been compared: forms contain each other, and are used in several places. */
        private final Set<List<String>> compared = new HashSet<>();

        OfDocument(DocumentSchema formerDocument, DocumentSchema document, Map<DocumentSchema, DocumentSchema> pairs) {
            this.formerDocument = formerDocument;
            this.document = document;
            this.pairs = pairs;
        }

        void compare() {
            String collection = formerDocument.collection();
            if (!collection.equals(document.collection()) && !isSaidByRoot(DocumentSchema::collection)) {
                add(List.of(), Message.SCHEMA_COLLECTION_CHANGED, document.collection(), collection, collection);
            }
            compareTypes(formerDocument.types(), document.types());
            boolean areAlike = formerDocument.isSealed() == document.isSealed();
            boolean isIdSaid = isSaidByRoot(OfDocument::id);
            List<FieldSchema> before = areAlike ? formerDocument.fields() : id(formerDocument);
            List<FieldSchema> now = areAlike ? document.fields() : id(document);
            compareFields(
                    List.of(),
                    isIdSaid ? without(before, id(formerDocument)) : before,
                    isIdSaid ? without(now, id(document)) : now);
        }

        /** Whether the same has changed in the outermost sealed document: what is said of that holds for all its types. */
        private boolean isSaidByRoot(Function<DocumentSchema, Object> property) {
            DocumentSchema root = document.root() == null ? null : current.get(document.root());
            DocumentSchema formerRoot = root == null ? null : pairs.get(root);
            return root != null
                    && formerRoot != null
                    && property.apply(root).equals(property.apply(document))
                    && property.apply(formerRoot).equals(property.apply(formerDocument));
        }

        /** Where types are new, the members may have moved to them. */
        private static List<FieldSchema> id(DocumentSchema document) {
            return field(document.fields(), "_id").map(List::of).orElse(List.of());
        }

        /** What tells the types of a collection apart. Of the field and its values, the sealed document speaks for all types. */
        private void compareTypes(EmbeddedSchema.@Nullable Union before, EmbeddedSchema.@Nullable Union now) {
            if (before == null && now != null) {
                add(List.of(), Message.SCHEMA_DISCRIMINATOR_ADDED, now.key());
            } else if (before != null && now == null) {
                add(List.of(before.key()), Message.SCHEMA_MEMBER_REMOVED, before.key());
            } else if (before != null && now != null && !(formerDocument.isWithin() && document.isWithin())) {
                compareUnions(List.of(), before, now);
            }
        }

        private void add(List<String> way, Message message, String... arguments) {
            changes.add(new SchemaChange(document.name(), way, message, List.of(arguments)));
        }

        private void compareFields(List<String> way, List<FieldSchema> former, List<FieldSchema> current) {
            List<FieldSchema> gone = without(former, current);
            List<FieldSchema> added = without(current, former);
            for (FieldSchema field : current) {
                field(former, field.name()).ifPresent(other -> compareField(below(way, field), other, field));
            }
            for (FieldSchema field : List.copyOf(added)) {
                formerName(field, gone, added).ifPresent(other -> {
                    gone.remove(other);
                    added.remove(field);
                    add(below(way, field), Message.SCHEMA_NAME_CHANGED, field.name(), other.name(), other.name());
                });
            }
            added.stream()
                    .filter(FieldSchema::isRequired)
                    .forEach(field -> add(below(way, field), Message.SCHEMA_MEMBER_REQUIRED, "does not have it"));
            gone.stream()
                    .filter(FieldSchema::isRequired)
                    .forEach(field -> add(below(way, field), Message.SCHEMA_MEMBER_REMOVED, field.name()));
        }

        private static List<FieldSchema> without(List<FieldSchema> fields, List<FieldSchema> others) {
            return fields.stream()
                    .filter(each -> field(others, each.name()).isEmpty())
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private static List<String> below(List<String> way, FieldSchema field) {
            List<String> longer = new ArrayList<>(way);
            longer.add(field.member());
            return longer;
        }

        /** The field that an added one was: that of the same member, or the only one that is gone where there is one new of its type. */
        private Optional<FieldSchema> formerName(FieldSchema field, List<FieldSchema> gone, List<FieldSchema> added) {
            Function<List<FieldSchema>, List<FieldSchema>> alike = fields -> fields.stream()
                    .filter(each -> withPresentTarget(each.type()).equals(field.type()))
                    .toList();
            return gone.stream()
                    .filter(each -> each.member().equals(field.member()))
                    .findFirst()
                    .or(() ->
                            alike.apply(gone).size() == 1 && alike.apply(added).size() == 1
                                    ? Optional.of(alike.apply(gone).get(0))
                                    : Optional.empty());
        }

        /** A type whose links lead to the present names of their targets. */
        private TypeSchema withPresentTarget(TypeSchema type) {
            if (type instanceof TypeSchema.Array array) {
                return new TypeSchema.Array(withPresentTarget(array.element()));
            }
            return type instanceof TypeSchema.Link link
                    ? new TypeSchema.Link(renamed.getOrDefault(link.target(), link.target()), link.storage())
                    : type;
        }

        private void compareField(List<String> way, FieldSchema before, FieldSchema now) {
            if (now.isRequired() && !before.isRequired()) {
                add(way, Message.SCHEMA_MEMBER_REQUIRED, "says that it may be missing");
            }
            compareTypes(way, before.type(), now.type());
        }

        private void compareTypes(List<String> way, TypeSchema before, TypeSchema now) {
            if (before instanceof TypeSchema.Array one && now instanceof TypeSchema.Array other) {
                compareTypes(way, one.element(), other.element());
            } else if (before instanceof TypeSchema.MapOf one && now instanceof TypeSchema.MapOf other) {
                compareMaps(way, one, other);
            } else if (before instanceof TypeSchema.Enumeration one && now instanceof TypeSchema.Enumeration other) {
                compareValues(way, one.values(), other.values());
            } else if (before instanceof TypeSchema.Embedded one && now instanceof TypeSchema.Embedded other) {
                compareEmbedded(way, one.name(), other.name());
            } else if (before instanceof TypeSchema.Link one && now instanceof TypeSchema.Link other) {
                compareLinks(way, one, other);
            } else if (!canBeReadAs(before, now)) {
                boolean mayFit = before instanceof TypeSchema.Scalar one
                        && now instanceof TypeSchema.Scalar other
                        && StoredTypes.mayFit(one.name(), other.name());
                Message message = mayFit ? Message.SCHEMA_TYPE_NARROWED : Message.SCHEMA_TYPE_CHANGED;
                add(way, message, described(now), described(before));
            }
        }

        private void compareMaps(List<String> way, TypeSchema.MapOf before, TypeSchema.MapOf now) {
            if (before.keys() == null && now.keys() != null) {
                add(way, Message.SCHEMA_TYPE_CHANGED, described(now), described(before));
                return;
            }
            if (before.keys() != null && now.keys() != null) {
                compareValues(way, before.keys(), now.keys());
            }
            compareTypes(way, before.value(), now.value());
        }

        /** Whether every value of one type can be read as the other, and those of the other that are likely as the one. */
        private boolean canBeReadAs(TypeSchema before, TypeSchema now) {
            return before.equals(now)
                    || (before instanceof TypeSchema.Scalar one
                            && now instanceof TypeSchema.Scalar other
                            && StoredTypes.fits(one.name(), other.name()))
                    || (before instanceof TypeSchema.Enumeration && now.equals(new TypeSchema.Scalar("string")))
                    || isId(former, before, now)
                    || isId(current, now, before);
        }

        /** Whether a link stores what the other type does: the bare id of its target. */
        private boolean isId(Map<String, DocumentSchema> documents, TypeSchema link, TypeSchema id) {
            return link instanceof TypeSchema.Link found
                    && found.storage().equals("ID")
                    && id instanceof TypeSchema.Scalar
                    && idType(documents, found.target()).filter(id::equals).isPresent();
        }

        private void compareValues(List<String> way, List<String> before, List<String> now) {
            List<String> dropped =
                    before.stream().filter(value -> !now.contains(value)).toList();
            if (!dropped.isEmpty()) {
                add(
                        way,
                        Message.SCHEMA_VALUE_DROPPED,
                        dropped.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", ")));
            }
        }

        private void compareLinks(List<String> way, TypeSchema.Link before, TypeSchema.Link now) {
            String target = renamed.getOrDefault(before.target(), before.target());
            if (!target.equals(now.target()) && !standsFor(now.target(), before.target())) {
                add(way, Message.SCHEMA_LINK_TARGET_CHANGED, named(now.target()), named(before.target()));
            } else if (!before.storage().equals(now.storage())) {
                add(way, Message.SCHEMA_LINK_STORAGE_CHANGED, now.storage(), before.storage(), before.storage());
            }
        }

        /** Whether what were the documents of a type are documents of a sealed one now: links to them lead to what they did. */
        private boolean standsFor(String sealed, String formerType) {
            DocumentSchema found = current.get(sealed);
            DocumentSchema before = former.get(formerType);
            Collection<String> names = before == null || before.types() == null
                    ? List.of(formerType)
                    : before.types().variants().values();
            return found != null
                    && found.types() != null
                    && found.types()
                            .variants()
                            .values()
                            .containsAll(names.stream()
                                    .map(name -> renamed.getOrDefault(name, name))
                                    .toList());
        }

        private void compareEmbedded(List<String> way, String beforeName, String nowName) {
            if (!compared.add(List.of(beforeName, nowName))) {
                return;
            }
            EmbeddedSchema before = formerDocument.embedded().get(beforeName);
            EmbeddedSchema now = document.embedded().get(nowName);
            if (before instanceof EmbeddedSchema.Plain one && now instanceof EmbeddedSchema.Plain other) {
                compareFields(way, one.fields(), other.fields());
            } else if (before instanceof EmbeddedSchema.Constants one
                    && now instanceof EmbeddedSchema.Constants other) {
                compareValues(way, one.values(), other.values());
            } else if (before instanceof EmbeddedSchema.Union one && now instanceof EmbeddedSchema.Union other) {
                compareUnions(way, one, other);
            } else if (before != null && now != null) { // a file that was edited may lack it
                add(way, Message.SCHEMA_TYPE_CHANGED, form(nowName, now), form(beforeName, before));
            }
        }

        private void compareUnions(List<String> way, EmbeddedSchema.Union before, EmbeddedSchema.Union now) {
            if (!before.key().equals(now.key())) {
                add(way, Message.SCHEMA_DISCRIMINATOR_CHANGED, now.key(), before.key(), before.key());
                return;
            }
            compareValues(
                    way,
                    List.copyOf(before.variants().keySet()),
                    List.copyOf(now.variants().keySet()));
            before.variants().forEach((value, name) -> {
                String other = now.variants().get(value);
                if (other != null) {
                    compareEmbedded(way, name, other);
                }
            });
        }

        private static String form(String name, EmbeddedSchema embedded) {
            return "an embedded " + name + (embedded instanceof EmbeddedSchema.Union ? " with subtypes" : "");
        }

        private static String described(TypeSchema type) {
            if (type instanceof TypeSchema.Scalar scalar) {
                return scalar.name();
            }
            if (type instanceof TypeSchema.Enumeration enumeration) {
                return "one of " + String.join(", ", enumeration.values());
            }
            if (type instanceof TypeSchema.Array array) {
                return "an array of " + described(array.element());
            }
            if (type instanceof TypeSchema.MapOf map) {
                return "a map of " + described(map.value())
                        + (map.keys() == null ? "" : " with the keys " + String.join(", ", map.keys()));
            }
            if (type instanceof TypeSchema.Embedded embedded) {
                return "an embedded " + embedded.name();
            }
            return type instanceof TypeSchema.Link link
                    ? "a link to " + named(link.target()) + " (" + link.storage() + ")"
                    : "whatever the codec of " + ((TypeSchema.Registered) type).javaType() + " writes";
        }

        private static String named(String document) {
            return DocumentSchema.displayName(document);
        }
    }
}

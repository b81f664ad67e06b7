// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names, each given once: most as people choose them, some that are hard on generated code. */
final class Names {
    private static final List<String> TYPES = List.of(
            "House", "Door", "Window", "Person", "Yard", "Address", "Line", "Shape", "Room", "Order", "Product",
            "Street", "City", "Price", "Note", "Tag", "Event", "Point", "Size", "Colour", "Owner", "Roof");
    private static final List<String> HARD_TYPES = List.of(
            "TYPE",
            "FIELDS",
            "Object",
            "Record",
            "String",
            "Optional",
            "List",
            "Map",
            "Links",
            "LinkPath",
            "Reads",
            "Ref",
            "BackRef",
            "DocumentType",
            "DocumentCodec",
            "EmbeddedCodec",
            "FieldNames",
            "ValueCodecs",
            "ValueCodec",
            "Location",
            "AddressCodec",
            "HouseCodec",
            "QHouse",
            "LinkType",
            "BsonSource",
            "BsonSink",
            "UnionCodec",
            "Codec",
            "R",
            "Override",
            "RuntimeException",
            "Integer",
            "Condition",
            "Repository",
            "Fields",
            "Type",
            "Enum",
            "Class",
            "System",
            "Deprecated",
            "SuppressWarnings",
            "Overrıde",
            "Größe",
            "A",
            "a",
            "A$B",
            "ExtraFields",
            "StringPath",
            "NumberPath",
            "FieldPath",
            "DocumentPath",
            "ListPath",
            "MapPath",
            "EnumMapPath",
            "EnumNames",
            "Number",
            "Iterable");
    private static final List<String> MEMBERS = List.of(
            "name", "title", "width", "height", "count", "tags", "price", "note", "year", "owner", "line", "city",
            "street", "colour", "rooms", "first", "second", "extras", "kind", "created", "changed", "amount", "label",
            "parts", "next", "parent", "open", "done", "score", "door", "windows", "houses");
    private static final List<String> HARD_MEMBERS = List.of(
            "source",
            "sink",
            "context",
            "registry",
            "codec",
            "type",
            "discriminator",
            "position",
            "place",
            "extra",
            "e",
            "object",
            "value",
            "values",
            "index",
            "location",
            "root",
            "java",
            "org",
            "dev",
            "com",
            "javax",
            "List",
            "Optional",
            "Links",
            "Reads",
            "Ref",
            "TYPE",
            "FIELDS",
            "String",
            "Object",
            "yield",
            "record",
            "var",
            "sealed",
            "permits",
            "module",
            "with",
            "to",
            "open_",
            "x",
            "$x",
            "_x",
            "x$",
            "ä",
            "aB",
            "AB",
            "ab",
            "a_b",
            "A_B",
            "fooBar",
            "foo_bar",
            "FOO_BAR",
            "URL",
            "uRL",
            "x1",
            "get",
            "is",
            "size",
            "any",
            "all",
            "none",
            "exists",
            "eq",
            "as",
            "where",
            "fetch",
            "link",
            "links",
            "ref",
            "fields",
            "mark",
            "subtype",
            "missing",
            "required",
            "present",
            "read",
            "write",
            "readFailure",
            "document",
            "house",
            "target",
            "element",
            "Integer",
            "LinkShape",
            "DocumentType",
            "ValueCodecs",
            "bson",
            "ligature",
            "self",
            "path",
            "found",
            "isSet",
            "class_",
            "withId",
            "plan",
            "isEmpty",
            "length",
            "linkedPath",
            "asc",
            "desc",
            "not",
            "and",
            "contains",
            "matches");
    private static final Set<String> METHODS_OF_OBJECT =
            Set.of("wait", "notify", "notifyAll", "hashCode", "toString", "getClass", "clone", "finalize", "equals");

    private final Chance chance;
    private final int hardness;
    private final Set<String> types = new HashSet<>();

    /** @param hardness how many of a hundred names are hard */
    Names(Chance chance, int hardness) {
        this.chance = chance;
        this.hardness = hardness;
    }

    String type() {
        String name = chance.of(chance.percent(hardness) ? HARD_TYPES : TYPES);
        while (!types.add(name.toLowerCase(Locale.ROOT))) { // file systems may not tell them apart
            name = chance.of(TYPES) + chance.of("", "2", "X", "Of" + chance.of(TYPES));
        }
        return name;
    }

    /** Names for the members of one type. */
    Members members() {
        return new Members();
    }

    final class Members {
        private final Set<String> used = new HashSet<>();

        String next() {
            String name;
            do {
                name = chance.of(chance.percent(hardness) ? HARD_MEMBERS : MEMBERS);
                if (chance.percent(15)) {
                    name = name + chance.between(2, 9);
                }
            } while (METHODS_OF_OBJECT.contains(name) || !used.add(capitalized(name))); // as in getters
            return name;
        }

        boolean isFree(String name) {
            return !used.contains(capitalized(name));
        }

        /** A name that is already decided. */
        String of(String name) {
            used.add(capitalized(name));
            return name;
        }

        private static String capitalized(String name) {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.LinkShape;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class diagram in Mermaid. Each document has a section, which depends on nothing but the document, so that a compiler that is given a
 * part of the sources can keep the others.
 */
public final class Diagram {
    private static final String HEADER = """
            classDiagram
                %% Written by Ligature's processor; edits are overwritten.
            """;

    /** The line above a section, with the binary name of the document. */
    private static final Pattern TITLE = Pattern.compile("^ {4}%% document (\\S+)$", Pattern.MULTILINE);

    private Diagram() {}

    /** The diagram of sections by the binary names of their documents. */
    public static String write(SortedMap<String, String> sections) {
        StringBuilder text = new StringBuilder(HEADER);
        sections.forEach((document, section) ->
                text.append("\n    %% document ").append(document).append('\n').append(section));
        return text.toString();
    }

    /** The sections of a diagram that {@link #write} has made. */
    public static SortedMap<String, String> read(String text) {
        SortedMap<String, String> sections = new TreeMap<>();
        Matcher title = TITLE.matcher(text);
        @Nullable String document = null;
        int start = 0;
        while (title.find()) {
            if (document != null) {
                sections.put(document, text.substring(start, title.start()).stripTrailing() + "\n");
            }
            document = title.group(1);
            start = Math.min(title.end() + 1, text.length());
        }
        if (document != null) {
            sections.put(document, text.substring(start).stripTrailing() + "\n");
        }
        return sections;
    }

    /** The section of a document. */
    public static String section(DocumentModel document) {
        return new Section(document).write();
    }

    private static final class Section {
        private final DocumentModel document;
        private final String id;
        private final StringBuilder boxes = new StringBuilder();
        private final StringBuilder edges = new StringBuilder();

        Section(DocumentModel document) {
            this.document = document;
            this.id = id(document.names().document().reflectionName());
        }

        String write() {
            HierarchyModel hierarchy = document.hierarchy();
            if (hierarchy != null && hierarchy.isSealed()) {
                emptyBox(id, document.names().displayName(), text(document.collection()));
                hierarchy
                        .permitted()
                        .forEach(type -> edge(id(type.names().document().reflectionName()) + " --|> " + id, null));
                return boxes.append(edges).toString();
            }
            box(id, document.names().displayName(), document.collection(), document.structure());
            for (EmbeddedModel embedded : document.embedded()) {
                write(embedded);
            }
            return boxes.append(edges).toString();
        }

        private void write(EmbeddedModel embedded) {
            String box = idOf(embedded.name());
            if (embedded instanceof EmbeddedModel.Plain plain) {
                box(box, plain.name(), null, plain.structure());
            } else if (embedded instanceof EmbeddedModel.Union union) {
                emptyBox(box, union.name(), "sealed");
                for (EmbeddedModel.Subtype subtype : union.subtypes()) {
                    edge(idOf(subtype.value().name()) + " --|> " + box, null);
                }
            } else {
                emptyBox(box, embedded.name(), "enumeration");
            }
        }

        private String idOf(String embedded) {
            return id + "_0_" + id(embedded);
        }

        private void emptyBox(String box, String label, String stereotype) {
            boxes.append("    class %s[\"%s\"] {\n        <<%s>>\n    }\n".formatted(box, text(label), stereotype));
        }

        private void box(String box, String label, @Nullable String collection, StructureModel structure) {
            boxes.append("    class %s[\"%s\"]".formatted(box, text(label)));
            StringBuilder lines = new StringBuilder();
            if (collection != null) {
                lines.append("        <<").append(text(collection)).append(">>\n");
            }
            for (MemberModel member : structure.members()) {
                if (member instanceof FieldModel field) {
                    addField(box, field, lines);
                } else if (member instanceof LinkModel link) {
                    edge(
                            box + " \"*\" --> \"" + count(link.shape(), link.presence()) + "\" " + idOf(link),
                            link.name() + (link.isDbRef() ? " as DBRef" : ""));
                } else if (member instanceof BackLinkModel link) {
                    edge(
                            box + " ..> \"" + count(link.shape(), Presence.REQUIRED) + "\" " + idOf(link),
                            link.name() + " by " + link.originalField()
                                    + (link.onDelete().equals("NOTHING") ? "" : ", " + link.onDelete()));
                }
            }
            boxes.append(lines.isEmpty() ? "\n" : " {\n" + lines + "    }\n");
        }

        private static String idOf(MemberModel.Reference link) {
            return id(link.target().document().reflectionName());
        }

        /** A line for a value, an edge for what is embedded. */
        private void addField(String box, FieldModel field, StringBuilder lines) {
            ValueModel value = field.value();
            boolean isMany = false;
            while (value.inner() != value) {
                isMany = isMany || !(value instanceof ValueModel.Converted);
                value = value.inner();
            }
            boolean mayBeMissing = !field.isId() && field.presence() != Presence.REQUIRED;
            if (value instanceof ValueModel.Embedded embedded) {
                String count = isMany ? "*" : mayBeMissing ? "0..1" : "1";
                edge(box + " *-- \"" + count + "\" " + idOf(embedded.name()), field.name());
            } else {
                lines.append("        ")
                        .append(text(field.name()))
                        .append(" ")
                        .append(type(value))
                        .append(isMany ? " [*]" : mayBeMissing ? " [0..1]" : "")
                        .append('\n');
            }
        }

        private static String type(ValueModel value) {
            if (value instanceof ValueModel.Scalar scalar) {
                return StoredTypes.schemaName(scalar.kind());
            }
            String name = value.type().withoutAnnotations().toString();
            return text(name.substring(name.lastIndexOf('.') + 1));
        }

        private static String count(LinkShape shape, Presence presence) {
            return shape.isList() ? "*" : shape.isOptional() || presence != Presence.REQUIRED ? "0..1" : "1";
        }

        private void edge(String ends, @Nullable String label) {
            edges.append("    ").append(ends);
            if (label != null) {
                edges.append(" : ").append(text(label));
            }
            edges.append('\n');
        }

        /**
         * A name as an id: Mermaid knows letters, digits and {@code _}. Different names have different ids. No part of a name begins with
         * a digit, so a {@code _} before one is no dot. And {@code _in_} is no package: none has the name of a class.
         */
        private static String id(String name) {
            StringBuilder id = new StringBuilder();
            name.chars().forEach(c -> {
                if (c == '.') {
                    id.append('_');
                } else if (Character.isLetterOrDigit(c) && c < 128) {
                    id.append((char) c);
                } else {
                    id.append(c == '$' ? "_in_" : "_0" + Integer.toHexString(c) + "_");
                }
            });
            return id.toString();
        }

        /** A text without what has a meaning to Mermaid. */
        private static String text(String text) {
            StringBuilder escaped = new StringBuilder();
            text.codePoints().forEach(c -> {
                if (Character.isLetterOrDigit(c) || " _-.,:/".indexOf(c) >= 0) {
                    escaped.appendCodePoint(c);
                } else {
                    escaped.append('#').append(c).append(';');
                }
            });
            return escaped.toString();
        }
    }
}

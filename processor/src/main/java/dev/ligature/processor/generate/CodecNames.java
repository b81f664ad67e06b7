// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.RegistryNeeds;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names within a codec: the constants that the query class uses too, the nested codecs, and the codecs bound to a
 * registry. They depend only on the model, so that they are the same for every generator.
 */
public final class CodecNames {
    static final String TYPE = "TYPE";

    private final TakenNames allocator;
    private final String fields;
    private final RegistryNeeds registryNeeds;
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, String> embeddedLinks = new HashMap<>();
    private final Map<String, String> nestedLinks = new HashMap<>();
    private final Map<Use, String> values = new HashMap<>();
    private final Map<Use, String> bound = new HashMap<>();
    private final Map<String, String> embedded = new HashMap<>();
    private final Map<String, String> classes = new HashMap<>();

    /** A member of the document, or of an embedded type. */
    private record Use(@Nullable String embedded, String member) {}

    public CodecNames(DocumentModel document) {
        registryNeeds = new RegistryNeeds(document.embedded());
        allocator = ReservedNames.allocator(document.types());
        if (!document.typeNames().contains(TYPE)) {
            allocator.newName(TYPE);
        }
        fields = allocator.newName("FIELDS");
        TakenNames types = new TakenNames();
        document.typeNames().forEach(types::newName);
        types.newName(document.names().codec().simpleName());
        for (MemberModel link : document.structure().references()) {
            links.put(link.name(), allocator.newName(constant(link.name())));
        }
        for (EmbeddedModel each : document.embedded()) {
            embedded.put(each.name(), allocator.newName(constant(each.name())));
            classes.put(each.name(), types.newName(each.name() + "Codec"));
        }
        addValues(null, "", document.structure());
        for (EmbeddedModel each : document.embedded()) {
            if (each instanceof EmbeddedModel.Plain plain) {
                addValues(each.name(), constant(each.name()) + "_", plain.structure());
            } else if (each instanceof EmbeddedModel.Union union) {
                union.subtypes()
                        .forEach(
                                subtype -> addBound(each.name(), subtype.value().name(), subtype.value()));
            }
        }
        for (NestedLinkModel link : document.nestedLinks()) {
            nestedLinks.put(
                    link.member(), allocator.newName(constant(link.member().replace('.', '_'))));
        }
        for (EmbeddedModel each : document.embedded()) {
            if (each instanceof EmbeddedModel.Plain plain) {
                plain.structure()
                        .references()
                        .forEach(link -> embeddedLinks.computeIfAbsent(
                                link.name(), name -> allocator.newName(constant(name) + "_LINK")));
            }
        }
    }

    private void addValues(@Nullable String owner, String prefix, StructureModel structure) {
        for (FieldModel field : structure.fields()) {
            if (hasConstant(field.value())) {
                values.put(new Use(owner, field.name()), allocator.newName(prefix + constant(field.name())));
            }
            addBound(owner, field.name(), field.value());
        }
    }

    private void addBound(@Nullable String owner, String member, ValueModel value) {
        if (registryNeeds.of(value)) {
            bound.put(new Use(owner, member), allocator.newName(Capitals.decapitalized(member) + "Codec"));
        }
    }

    /** Constants of the runtime and of embedded types serve many members; others belong to one member. */
    private boolean hasConstant(ValueModel value) {
        if (value instanceof ValueModel.Embedded reference) {
            return reference.isCyclic() && registryNeeds.of(value);
        }
        return !(value instanceof ValueModel.Scalar);
    }

    static String constant(String name) {
        return name.replaceAll("([\\p{javaLowerCase}0-9])(\\p{javaUpperCase})", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    /** The constant with the stored names of one codec. */
    String fields() {
        return fields;
    }

    /** The constant of a link or back link of the document. */
    String link(MemberModel link) {
        return find(links, link.name());
    }

    /** The constant of a link of an embedded type. It is in the nested codec, so other types may have one of the same name. */
    String embeddedLink(MemberModel link) {
        return find(embeddedLinks, link.name());
    }

    /** The constant of a link within embedded values. */
    String link(NestedLinkModel link) {
        return find(nestedLinks, link.member());
    }

    /** The constant with the codec of an embedded type. */
    String embedded(String name) {
        return find(embedded, name);
    }

    /** The nested class that is the codec of an embedded type. */
    String embeddedClass(String name) {
        return find(classes, name);
    }

    /** The constant with the codec of a member, or null if the member shares another. */
    @Nullable
    String value(@Nullable String owner, FieldModel field) {
        return values.get(new Use(owner, field.name()));
    }

    /** The field with the codec of a member, or of a subtype of an embedded type, that is bound to a registry; or null. */
    @Nullable
    String bound(@Nullable String owner, String member) {
        return bound.get(new Use(owner, member));
    }

    /** Names for the locals of a method; they differ from the codec's own. */
    TakenNames locals() {
        return allocator.copy();
    }

    private static <K> String find(Map<K, String> names, K key) {
        String name = names.get(key);
        if (name == null) {
            throw new IllegalArgumentException("no name for " + key);
        }
        return name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.schema;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.schema.DocumentSchema.BackLinkSchema;
import dev.ligature.processor.schema.DocumentSchema.IndexSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says how the database holds what a model means. */
public final class SchemaOfModel {
    private final DocumentModel document;
    private final StoredConstants constants;

    /** @param constants the names of an enum's constants */
    public SchemaOfModel(DocumentModel document, Function<ClassName, List<String>> constants) {
        this.document = document;
        this.constants = new StoredConstants(constants);
    }

    public DocumentSchema schema() {
        SortedMap<String, EmbeddedSchema> embedded = new TreeMap<>();
        if (!document.isSealed() || document.id().value() instanceof ValueModel.Embedded) {
            document.embedded().forEach(each -> embedded.put(each.name(), embedded(each)));
        }
        return new DocumentSchema(
                document.names().document().reflectionName(),
                document.collection(),
                root(),
                document.isSealed() ? List.of(field(document.id())) : fields(document.structure()),
                embedded,
                document.indexes().stream().map(this::index).toList(),
                document.structure().references().stream()
                        .filter(BackLinkModel.class::isInstance)
                        .map(reference -> backLink((BackLinkModel) reference))
                        .sorted(Comparator.comparing(BackLinkSchema::member))
                        .toList(),
                types());
    }

    private @Nullable String root() {
        HierarchyModel hierarchy = document.hierarchy();
        return hierarchy == null || hierarchy.root() == null
                ? null
                : hierarchy.root().document().reflectionName();
    }

    private EmbeddedSchema.@Nullable Union types() {
        HierarchyModel hierarchy = document.hierarchy();
        if (hierarchy == null) {
            return null;
        }
        String key = "";
        SortedMap<String, String> types = new TreeMap<>();
        for (DocumentModel type : hierarchy.isSealed() ? hierarchy.permitted() : List.of(document)) {
            StructureModel.Discriminator discriminator =
                    Objects.requireNonNull(type.structure().discriminator(), "discriminator");
            key = discriminator.key();
            types.put(discriminator.value(), type.names().document().reflectionName());
        }
        return new EmbeddedSchema.Union(key, types);
    }

    private List<FieldSchema> fields(StructureModel structure) {
        return structure.stored().stream()
                .map(this::field)
                .sorted(Comparator.comparing(FieldSchema::name))
                .toList();
    }

    private FieldSchema field(MemberModel.Stored member) {
        boolean isRequired =
                member.presence() == Presence.REQUIRED || (member instanceof FieldModel field && field.isId());
        return new FieldSchema(member.storedName(), member.name(), type(member), isRequired);
    }

    private TypeSchema type(MemberModel.Stored member) {
        if (member instanceof LinkModel link) {
            TypeSchema one = new TypeSchema.Link(link.target().document().reflectionName(), link.storage());
            return link.shape().isList() ? new TypeSchema.Array(one) : one;
        }
        return type(((FieldModel) member).value());
    }

    private TypeSchema type(ValueModel value) {
        if (value instanceof ValueModel.Scalar scalar) {
            return new TypeSchema.Scalar(StoredTypes.schemaName(scalar.kind()));
        }
        if (value instanceof ValueModel.Enumeration enumeration) {
            return new TypeSchema.Enumeration(constants.of(enumeration));
        }
        if (value instanceof ValueModel.Sequence sequence) {
            return new TypeSchema.Array(type(sequence.element()));
        }
        if (value instanceof ValueModel.MapOf map) {
            ValueModel.Enumeration key = map.key();
            return new TypeSchema.MapOf(key == null ? null : constants.of(key), type(map.value()));
        }
        if (value instanceof ValueModel.Converted converted) {
            return type(converted.stored());
        }
        return value instanceof ValueModel.Embedded embedded
                ? new TypeSchema.Embedded(embedded.name())
                : new TypeSchema.Registered(value.type().toString());
    }

    private EmbeddedSchema embedded(EmbeddedModel embedded) {
        if (embedded instanceof EmbeddedModel.Plain plain) {
            return new EmbeddedSchema.Plain(fields(plain.structure()));
        }
        if (embedded instanceof EmbeddedModel.Union union) {
            SortedMap<String, String> variants = new TreeMap<>();
            union.subtypes()
                    .forEach(subtype -> variants.put(
                            subtype.discriminator(), subtype.value().name()));
            return new EmbeddedSchema.Union(union.key(), variants);
        }
        return new EmbeddedSchema.Constants(constants.of(((EmbeddedModel.Constants) embedded).constants()));
    }

    private IndexSchema index(IndexModel index) {
        return new IndexSchema(
                index.keys().stream().map(this::key).toList(),
                index.isUnique(),
                index.isSparse(),
                index.expireAfterSeconds());
    }

    /** A key in stored names. A DBRef is indexed by the id in it. */
    private String key(String key) {
        String direction = key.startsWith("-") ? "-" : "";
        String name = key.substring(direction.length());
        return document.structure().stored().stream()
                .filter(member -> member.name().equals(name))
                .map(member -> direction
                        + member.storedName()
                        + (member instanceof LinkModel link && link.isDbRef() ? ".$id" : ""))
                .findFirst()
                .orElse(key);
    }

    private static BackLinkSchema backLink(BackLinkModel link) {
        return new BackLinkSchema(
                link.name(), link.target().document().reflectionName(), link.originalField(), link.onDelete());
    }
}

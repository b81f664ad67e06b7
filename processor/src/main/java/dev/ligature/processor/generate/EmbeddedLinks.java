// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The embedded types of a document that have links, themselves or further in, and the classes of the paths that lead through
 * lists and maps of them.
 */
final class EmbeddedLinks {
    private final DocumentModel document;
    private final ClassName query;
    private final Set<String> linked = new HashSet<>();
    private final Map<String, ClassName> lists = new HashMap<>();
    private final Map<String, ClassName> maps = new HashMap<>();
    private final Map<String, ClassName> enumMaps = new HashMap<>();
    private final Map<String, ClassName> inner = new HashMap<>();

    /** @param names of the nested classes */
    EmbeddedLinks(DocumentModel document, TakenNames names) {
        this.document = document;
        this.query = document.names().query();
        document.embedded().stream()
                .map(EmbeddedModel::name)
                .filter(name -> leadsToLinks(name, new HashSet<>()))
                .forEach(linked::add);
        Needs needs = new Needs();
        needs.add(document.structure());
        for (EmbeddedModel each : document.embedded()) {
            String name = each.name();
            if (needs.lists.contains(name)) {
                lists.put(name, query.nestedClass(names.newName(name + "ListPath")));
            }
            if (needs.maps.contains(name)) {
                maps.put(name, query.nestedClass(names.newName(name + "MapPath")));
            }
            if (needs.enumMaps.contains(name)) {
                enumMaps.put(name, query.nestedClass(names.newName(name + "EnumMapPath")));
            }
            if (needs.inner.contains(name)) {
                inner.put(name, query.nestedClass(names.newName(name + "Links")));
            }
        }
    }

    /** Which types are in lists, in maps, and in the values of either or of a sealed type. */
    private final class Needs {
        final Set<String> lists = new HashSet<>();
        final Set<String> maps = new HashSet<>();
        final Set<String> enumMaps = new HashSet<>();
        final Set<String> inner = new HashSet<>();
        private final Set<String> visited = new HashSet<>();

        void add(StructureModel structure) {
            for (FieldModel field : structure.fields()) {
                String name = linkedType(field.value());
                if (name != null) {
                    addContainers(field.value(), name);
                    if (visited.add(name)) {
                        if (document.embedded(name) instanceof EmbeddedModel.Plain plain) {
                            add(plain.structure());
                        } else {
                            addInner(name);
                        }
                    }
                }
            }
        }

        private void addContainers(ValueModel value, String name) {
            if (value instanceof ValueModel.Sequence sequence) {
                lists.add(name);
                addInner(name);
                addContainers(sequence.element(), name);
            } else if (value instanceof ValueModel.MapOf map) {
                (map.key() == null ? maps : enumMaps).add(name);
                addInner(name);
                addContainers(map.value(), name);
            }
        }

        private void addInner(String name) {
            for (FieldModel field : linkedFields(name)) {
                String type = linkedType(field.value());
                if (type != null && inner.add(type)) {
                    addInner(type);
                }
            }
        }
    }

    private boolean leadsToLinks(String name, Set<String> visited) {
        return visited.add(name)
                && instances(name).stream()
                        .anyMatch(each -> !each.references().isEmpty()
                                || each.fields().stream()
                                        .map(field -> PathCode.innermost(field.value()))
                                        .anyMatch(value -> value instanceof ValueModel.Embedded reference
                                                && leadsToLinks(reference.name(), visited)));
    }

    /** The records and classes whose objects the values of a type are. */
    private List<StructureModel> instances(String name) {
        EmbeddedModel type = document.embedded(name);
        if (type instanceof EmbeddedModel.Plain plain) {
            return List.of(plain.structure());
        }
        return type instanceof EmbeddedModel.Union union
                ? union.subtypes().stream()
                        .flatMap(subtype -> instances(subtype.value().name()).stream())
                        .toList()
                : List.of();
    }

    boolean hasLinks(String name) {
        return linked.contains(name);
    }

    private @Nullable String linkedType(ValueModel value) {
        return PathCode.innermost(value) instanceof ValueModel.Embedded reference && hasLinks(reference.name())
                ? reference.name()
                : null;
    }

    /** The path class of a list of values with links; null for other values. */
    @Nullable
    ClassName listPath(ValueModel.Sequence value) {
        String name = linkedType(value);
        return name == null ? null : lists.get(name);
    }

    /** The path class of a map of values with links; null for other values. */
    @Nullable
    ClassName mapPath(ValueModel.MapOf map) {
        String name = linkedType(map);
        return name == null ? null : (map.key() == null ? maps : enumMaps).get(name);
    }

    /** The class of what leads to the links of values within a list, a map or a sealed value. */
    ClassName innerPath(FieldModel field) {
        ClassName path = inner.get(String.valueOf(linkedType(field.value())));
        if (path == null) {
            throw new IllegalArgumentException(field.name() + " has no links");
        }
        return path;
    }

    Map<String, ClassName> lists() {
        return lists;
    }

    Map<String, ClassName> maps() {
        return maps;
    }

    Map<String, ClassName> enumMaps() {
        return enumMaps;
    }

    Map<String, ClassName> inner() {
        return inner;
    }

    /** The links of a type; of a sealed one, those of its subtypes, each path once. */
    List<LinkModel> links(String name) {
        List<LinkModel> links = new ArrayList<>();
        for (StructureModel each : instances(name)) {
            for (MemberModel.Reference link : each.references()) {
                if (link instanceof LinkModel own
                        && links.stream().noneMatch(known -> known.name().equals(own.name()))) {
                    links.add(own);
                }
            }
        }
        return links;
    }

    /** The members of a type whose values have links; of a sealed one, those of its subtypes, each path once. */
    List<FieldModel> linkedFields(String name) {
        List<FieldModel> fields = new ArrayList<>();
        for (StructureModel each : instances(name)) {
            for (FieldModel field : each.fields()) {
                if (linkedType(field.value()) != null && fields.stream().noneMatch(known -> isSame(known, field))) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private boolean isSame(FieldModel one, FieldModel other) {
        return one.storedName().equals(other.storedName())
                && String.valueOf(linkedType(one.value())).equals(linkedType(other.value()));
    }
}

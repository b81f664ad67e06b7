// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.ProjectedField;
import dev.ligature.processor.model.ProjectedMember;
import dev.ligature.processor.model.ProjectionModel;
import dev.ligature.processor.model.ProjectionNodeModel;
import dev.ligature.processor.model.RegistryNeeds;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names within the codec of a projection, and the codecs of the values that it reads. If the same is read of the
 * same documents in several places, these share a fragment and the code that reads it.
 */
final class ProjectionScope {
    /**
     * Methods of the base class, which methods of the same names would override, and words that cannot name a method.
     */
    private static final List<String> TAKEN = List.of(
            "create",
            "node",
            "read",
            "readFragment",
            "requireFound",
            "required",
            "startEmbedded",
            "startList",
            "type",
            "unknownNode",
            "yield"); // which cannot be called without a receiver

    /** The first of the places with the same fragment, for each of them. */
    private final Map<Integer, ProjectionNodeModel> shared = new HashMap<>();

    private final Map<Integer, String> fragmentNames = new HashMap<>();
    private final Map<Integer, String> fragments = new HashMap<>();
    private final Map<Integer, String> variables = new HashMap<>();
    private final Map<Integer, String> readers = new HashMap<>();
    private final Map<Use, String> fields = new HashMap<>();
    private final Map<Use, String> flags = new HashMap<>();
    private final Map<ProjectedMember, String> collectors = new HashMap<>();
    private final Map<Use, CodeBlock> codecs = new HashMap<>();
    private final List<ValueConstant> constants = new ArrayList<>();
    private final TakenNames methods = new TakenNames();
    private final TakenNames names;

    private record Use(int node, ProjectedField field) {}

    /**
     * The codec of a value that no other constant is.
     *
     * @param bound the name of the field with the codec bound to a registry, empty where it needs none
     */
    record ValueConstant(String name, String bound, ValueModel value, CodeBlock codec) {}

    ProjectionScope(ProjectionModel projection) {
        TakenNames types = new TakenNames();
        types.newName(projection.names().codec().simpleName());
        projection.names().projection().simpleNames().forEach(types::newName);
        names = ReservedNames.allocator(projection.names().projection());
        names.newName(CodecNames.TYPE);
        TAKEN.forEach(methods::newName);
        for (ProjectionNodeModel node : projection.nodes()) {
            variables.put(node.index(), Capitals.decapitalized(node.name()));
            List<ProjectionNodeModel> alike =
                    projection.nodes().stream().filter(node::readsTheSameAs).toList();
            ProjectionNodeModel first = alike.get(0);
            shared.put(node.index(), first);
            if (node.index() == first.index()) {
                String name = alike.size() == 1
                        ? node.name()
                        : Capitals.capitalized(node.document().names().variable());
                fragmentNames.put(node.index(), name);
                fragments.put(node.index(), types.newName(name + "Fragment"));
                readers.put(node.index(), methods.newName("read" + name));
                addFields(node);
            }
        }
        for (ProjectedMember member : projection.members()) {
            collectors.put(member, methods.newName(member.name()));
        }
    }

    private void addFields(ProjectionNodeModel node) {
        DocumentModel document = node.document();
        RegistryNeeds registryNeeds = new RegistryNeeds(document.embedded());
        ValueCode values =
                ValueCode.outside(new CodecNames(document), document.names().codec());
        TakenNames members = new TakenNames();
        for (ProjectedField field : node.fields()) {
            Use use = new Use(node.index(), field);
            FieldModel model = field.field();
            fields.put(use, members.newName(field.name()));
            if (model.isPrimitive()) {
                flags.put(use, members.newName(field.name() + "Found"));
            }
            boolean isBound = registryNeeds.of(model.value());
            boolean isOwn = isBound
                    || !(model.value() instanceof ValueModel.Scalar || model.value() instanceof ValueModel.Embedded);
            CodeBlock codec = values.value(model.value());
            if (isOwn) {
                String name = (node.index() == 0 ? "" : Capitals.decapitalized(node.name()) + "_") + field.name();
                String constant = names.newName(CodecNames.constant(name));
                String bound = isBound
                        ? names.newName(
                                Capitals.decapitalized(node.name()) + Capitals.capitalized(field.name()) + "Codec")
                        : "";
                constants.add(new ValueConstant(constant, bound, model.value(), codec));
                codecs.put(use, CodeBlock.of("$N", isBound ? bound : constant));
            } else {
                codecs.put(use, codec);
            }
        }
    }

    List<ValueConstant> constants() {
        return constants;
    }

    /** The first of the places with the same fragment. */
    ProjectionNodeModel first(ProjectionNodeModel node) {
        return find(shared, node.index());
    }

    /** Whether a node is the first of the nodes that are read alike. */
    boolean isFirst(ProjectionNodeModel node) {
        return first(node).index() == node.index();
    }

    /** The name of a fragment, from which others are derived. */
    String fragmentName(ProjectionNodeModel node) {
        return find(fragmentNames, first(node).index());
    }

    /** The nested class that holds what is read. */
    ClassName fragment(ProjectionNodeModel node) {
        return ClassName.get("", find(fragments, first(node).index()));
    }

    /** A name for a variable with a fragment; the allocator may add to it. */
    String variable(ProjectionNodeModel node) {
        return find(variables, node.index());
    }

    /** The method that reads a fragment. */
    String reader(ProjectionNodeModel node) {
        return find(readers, first(node).index());
    }

    /** A name for a further method. */
    String newMethod(String suggestion) {
        return methods.newName(suggestion);
    }

    /** A name for a further constant. */
    String newConstant(String suggestion) {
        return names.newName(CodecNames.constant(suggestion));
    }

    /** The method that collects the values of a member through lists of links. */
    String collector(ProjectedMember member) {
        return find(collectors, member);
    }

    /** The field of the fragment. */
    String field(ProjectionNodeModel node, ProjectedField field) {
        return find(fields, new Use(first(node).index(), field));
    }

    /** The field that says whether a primitive was there. */
    String flag(ProjectionNodeModel node, ProjectedField field) {
        return find(flags, new Use(first(node).index(), field));
    }

    /** The codec of a field, bound to a registry where it has to be. */
    CodeBlock codec(ProjectionNodeModel node, ProjectedField field) {
        return find(codecs, new Use(first(node).index(), field));
    }

    private static <K, V> V find(Map<K, V> names, K key) {
        V name = names.get(key);
        if (name == null) {
            throw new IllegalArgumentException("no name for " + key);
        }
        return name;
    }
}

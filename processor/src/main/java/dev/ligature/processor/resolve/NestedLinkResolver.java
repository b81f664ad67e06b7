// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkHolder;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.NestedLinkModel.Access;
import dev.ligature.processor.model.NestedLinkModel.Step;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.validate.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the links within the embedded values of a document, and the ways that lead to them. */
final class NestedLinkResolver {
    private final Scope scope;
    private final EmbeddedResolver embedded;
    private final Map<String, EmbeddedModel> types = new LinkedHashMap<>();
    /** What is stored where, also values that are no links. */
    private final List<Leaf> leaves = new ArrayList<>();
    /** By {@link NestedLinkModel#member()}. */
    private final Map<String, NestedLinkModel> found = new LinkedHashMap<>();

    /**
     * A member that holds no embedded values.
     *
     * @param link null for a value
     * @param path in stored names
     * @param member the path in Java names
     */
    private record Leaf(
            EmbeddedModel.@Nullable Plain owner, @Nullable LinkModel link, String path, String member) {
        boolean isIn(Leaf other) {
            return path.equals(other.path) || path.startsWith(other.path + ".");
        }
    }

    NestedLinkResolver(Scope scope, EmbeddedResolver embedded) {
        this.scope = scope;
        this.embedded = embedded;
        embedded.finished().forEach(each -> types.put(each.name(), each));
    }

    /**
     * The links within the values of the document's members, in the order of their declaration. What is wrong with one
     * is added to the report.
     *
     * @param document the type of the document
     */
    List<NestedLinkModel> resolve(TypeName document, List<MemberModel> members) {
        for (MemberModel member : members) {
            if (member instanceof FieldModel field) {
                if (field.isId()) {
                    refuseInId(field.value(), new HashSet<>());
                } else {
                    follow(field, null, new Access(document, true, field), List.of());
                }
            }
        }
        leaves.stream().filter(leaf -> leaf.link != null).forEach(this::refuseOther);
        return List.copyOf(found.values());
    }

    /** Goes on into the embedded values of a member. */
    private void follow(FieldModel field, EmbeddedModel.@Nullable Plain owner, Access access, List<Step> way) {
        List<LinkHolder> containers = new ArrayList<>();
        ValueModel value = field.value();
        while (!(value instanceof ValueModel.Embedded)) {
            if (value instanceof ValueModel.Sequence sequence) {
                containers.add(LinkHolder.LISTED);
                value = sequence.element();
            } else if (value instanceof ValueModel.MapOf map) {
                containers.add(LinkHolder.MAPPED);
                value = map.value();
            } else {
                leaves.add(new Leaf(owner, null, path(way, field.storedName()), ""));
                return;
            }
        }
        String name = ((ValueModel.Embedded) value).name();
        if (embeds(name, name, new HashSet<>())) {
            refuseInCycle(name, new HashSet<>());
            return;
        }
        List<Step> longer = new ArrayList<>(way);
        longer.add(new Step(field, containers, List.of(access)));
        List<EmbeddedModel.Plain> instances = instances(name);
        boolean isOnly = types.get(name) instanceof EmbeddedModel.Plain;
        for (EmbeddedModel.Plain each : instances) {
            TypeName valueType = withWildcards(each.type());
            for (MemberModel member : each.structure().members()) {
                Access next = new Access(valueType, isOnly, member);
                if (member instanceof LinkModel link) {
                    add(new NestedLinkModel(longer, link, List.of(next)), each);
                } else if (member instanceof FieldModel inner) {
                    follow(inner, each, next, longer);
                }
            }
        }
    }

    /** The records and classes whose objects a value may be. */
    private List<EmbeddedModel.Plain> instances(String name) {
        EmbeddedModel type = types.get(name);
        return type == null ? List.of() : type.instances(types::get).toList();
    }

    private static TypeName withWildcards(TypeName type) {
        return type instanceof ParameterizedTypeName generic
                ? ParameterizedTypeName.get(
                        generic.rawType(),
                        generic.typeArguments().stream()
                                .map(argument -> WildcardTypeName.subtypeOf(Object.class))
                                .toArray(TypeName[]::new))
                : type;
    }

    private static String path(List<Step> way, String storedName) {
        return Stream.concat(way.stream().map(step -> step.field().storedName()), Stream.of(storedName))
                .collect(Collectors.joining("."));
    }

    /** Subtypes of one sealed type may have links with the same path. They are one link if they are stored alike. */
    private void add(NestedLinkModel link, EmbeddedModel.Plain owner) {
        leaves.add(new Leaf(owner, link.link(), link.storedName(), link.member()));
        NestedLinkModel known = found.get(link.member());
        if (known == null) {
            found.put(link.member(), link);
        } else if (isSame(known, link)) {
            found.put(link.member(), merged(known, link));
        } else {
            refuse(owner, link.link(), link.storedName());
        }
    }

    /** Where a link is stored, no subtype may store anything else: not everything that reads links knows the subtype. */
    private void refuseOther(Leaf link) {
        boolean isAlone = leaves.stream()
                .filter(other -> link.isIn(other) || other.isIn(link))
                .allMatch(other -> other.link != null && other.member.equals(link.member));
        if (!isAlone) {
            refuse(Objects.requireNonNull(link.owner), Objects.requireNonNull(link.link), link.path);
        }
    }

    private void refuse(EmbeddedModel.Plain owner, LinkModel link, String path) {
        declaration(owner, link).ifPresent(member -> scope.report()
                .add(member.position(), Message.LINKS_OF_SUBTYPES_DIFFER, member.displayName(), path));
    }

    private static boolean isSame(NestedLinkModel one, NestedLinkModel other) {
        return one.storedName().equals(other.storedName())
                && one.way().stream()
                        .map(Step::containers)
                        .toList()
                        .equals(other.way().stream().map(Step::containers).toList())
                && one.link().target().equals(other.link().target())
                && one.link().storage().equals(other.link().storage())
                && one.link().shape().isList() == other.link().shape().isList();
    }

    private static NestedLinkModel merged(NestedLinkModel one, NestedLinkModel other) {
        List<Step> way = new ArrayList<>();
        for (int i = 0; i < one.way().size(); i++) {
            Step step = one.way().get(i);
            way.add(new Step(
                    step.field(),
                    step.containers(),
                    both(step.accesses(), other.way().get(i).accesses())));
        }
        LinkModel link = one.link().shape().isOptional() ? other.link() : one.link(); // one that must be there
        return new NestedLinkModel(way, link, both(one.accesses(), other.accesses()));
    }

    private static List<Access> both(List<Access> some, List<Access> others) {
        List<Access> all = new ArrayList<>(some);
        for (Access other : others) {
            if (all.stream().noneMatch(each -> each.owner().equals(other.owner()))) {
                all.add(other);
            }
        }
        if (all.size() == 1) {
            return all;
        }
        return all.stream()
                .map(each -> new Access(each.owner(), false, each.member()))
                .toList();
    }

    /** Whether the values of a type hold, at any depth, values of another one. */
    private boolean embeds(String type, String sought, Set<String> visited) {
        if (!visited.add(type)) {
            return false;
        }
        return embeddedIn(type).stream().anyMatch(each -> each.equals(sought) || embeds(each, sought, visited));
    }

    private List<String> embeddedIn(String type) {
        List<String> names = new ArrayList<>();
        if (types.get(type) instanceof EmbeddedModel.Union union) {
            union.subtypes().forEach(subtype -> names.add(subtype.value().name()));
        }
        structure(type).stream()
                .flatMap(structure -> structure.fields().stream())
                .flatMap(field -> field.value().embedded().stream())
                .map(ValueModel.Embedded::name)
                .forEach(names::add);
        return names;
    }

    private Optional<StructureModel> structure(String type) {
        return types.get(type) instanceof EmbeddedModel.Plain plain ? Optional.of(plain.structure()) : Optional.empty();
    }

    /** Ways would have no end. */
    private void refuseInCycle(String type, Set<String> visited) {
        EmbeddedModel cyclic = Objects.requireNonNull(types.get(type));
        forEachLink(type, visited, member -> scope.report()
                .add(
                        member.position(),
                        Message.LINK_IN_CYCLE,
                        member.displayName(),
                        cyclic.displayName(),
                        cyclic.displayName()));
    }

    private void refuseInId(ValueModel id, Set<String> visited) {
        id.embedded()
                .ifPresent(value -> forEachLink(value.name(), visited, member -> scope.report()
                        .add(
                                member.position(),
                                Message.LINK_IN_ID,
                                member.displayName(),
                                scope.document().displayName())));
    }

    private void forEachLink(String type, Set<String> visited, Consumer<MemberDeclaration> action) {
        if (!visited.add(type)) {
            return;
        }
        if (types.get(type) instanceof EmbeddedModel.Plain plain) {
            for (MemberModel.Reference link : plain.structure().references()) {
                declaration(plain, link).ifPresent(action);
            }
        }
        embeddedIn(type).forEach(each -> forEachLink(each, visited, action));
    }

    private Optional<MemberDeclaration> declaration(EmbeddedModel.Plain owner, MemberModel link) {
        return embedded.declaration(owner.name()).members().stream()
                .filter(member -> member.name().equals(link.name()))
                .findFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.ProjectedMember;
import dev.ligature.processor.model.ProjectionModel;
import dev.ligature.processor.model.ProjectionNodeModel;
import dev.ligature.processor.model.TakenNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Generates the code that creates a projection from fragments whose links are joined. */
final class ProjectionValueGenerator {
    private static final int ARGUMENTS_ON_A_LINE = 2;

    private final ProjectionModel projection;
    private final ProjectionScope scope;

    ProjectionValueGenerator(ProjectionModel projection, ProjectionScope scope) {
        this.projection = projection;
        this.scope = scope;
    }

    MethodSpec create() {
        TakenNames allocator = ReservedNames.allocator();
        String root = allocator.newName("root");
        Map<List<String>, String> variables = new HashMap<>();
        variables.put(List.of(), allocator.newName(scope.variable(projection.root())));
        ClassName fragment = scope.fragment(projection.root());
        MethodSpec.Builder method = MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(projection.names().projection())
                .addParameter(RuntimeTypes.FRAGMENT, root)
                .addStatement("$1T $2N = ($1T) $3N", fragment, variable(variables, List.of()), root);
        List<ProjectedMember> single =
                projection.members().stream().filter(each -> !each.isMany()).toList();
        single.forEach(member -> addTargets(method, member.links(), variables, allocator));
        single.forEach(member -> requireFound(method, member, variables));
        List<CodeBlock> arguments = projection.members().stream()
                .map(member -> member.isMany()
                        ? CodeBlock.of("$N($N)", scope.collector(member), variable(variables, List.of()))
                        : argument(member, variables))
                .toList();
        boolean isLong = arguments.size() > ARGUMENTS_ON_A_LINE;
        return method.addStatement(
                        "return new $T($L$L)",
                        projection.names().projection(),
                        isLong ? "\n" : "",
                        arguments.stream().collect(CodeBlock.joining(isLong ? ",\n" : ", ")))
                .build();
    }

    /** Declares the fragments on the way to a value, unless that has been done. */
    private void addTargets(
            MethodSpec.Builder method, List<String> links, Map<List<String>, String> variables, TakenNames allocator) {
        ProjectionNodeModel node = projection.root();
        for (int i = 0; i < links.size(); i++) {
            List<String> way = List.copyOf(links.subList(0, i + 1));
            int edge = node.edgeIndex(links.get(i));
            ProjectionNodeModel target = node.edges().get(edge).target();
            if (!variables.containsKey(way)) {
                String name = allocator.newName(scope.variable(target));
                String owner = variable(variables, links.subList(0, i));
                method.addStatement(
                        i == 0
                                ? "$1T $2N = ($1T) $3N.target($4L)"
                                : "$1T $2N = $3N == null ? null : ($1T) $3N.target($4L)",
                        scope.fragment(target),
                        name,
                        owner,
                        edge);
                variables.put(way, name);
            }
            node = target;
        }
    }

    private void requireFound(MethodSpec.Builder method, ProjectedMember member, Map<List<String>, String> variables) {
        if (isPrimitive(member) && member.presence() == Presence.REQUIRED) {
            method.addStatement(
                    "requireFound($L, $N, $S)",
                    found(member, variables),
                    variable(variables, List.of()),
                    member.name());
        }
    }

    private static boolean isPrimitive(ProjectedMember member) {
        return member.value() instanceof ProjectedMember.Field field && field.isPrimitive();
    }

    /** Whether a primitive is there. */
    private CodeBlock found(ProjectedMember member, Map<List<String>, String> variables) {
        ProjectedMember.Field field = (ProjectedMember.Field) member.value();
        String owner = variable(variables, member.links());
        String flag = scope.flag(node(member), field.field());
        return member.links().isEmpty()
                ? CodeBlock.of("$N.$N", owner, flag)
                : CodeBlock.of("$1N != null && $1N.$2N", owner, flag);
    }

    private CodeBlock argument(ProjectedMember member, Map<List<String>, String> variables) {
        String owner = variable(variables, member.links());
        CodeBlock value = value(member, owner);
        boolean isRequired = member.presence() == Presence.REQUIRED;
        if (isPrimitive(member)) {
            if (isRequired) {
                return value;
            }
            value = CodeBlock.of("$L ? $L : null", found(member, variables), value);
        } else if (!member.links().isEmpty()) {
            value = CodeBlock.of("$N == null ? null : $L", owner, value);
        }
        if (isRequired
                && member.value() instanceof ProjectedMember.Id
                && member.links().isEmpty()) {
            return value; // every document has one
        }
        if (isRequired) {
            return CodeBlock.of("required($L, $N, $S)", value, variable(variables, List.of()), member.name());
        }
        return member.presence() == Presence.OPTIONAL
                ? CodeBlock.of("$T.ofNullable($L)", Optional.class, value)
                : value;
    }

    /** The value in a fragment that is there. */
    private CodeBlock value(ProjectedMember member, String owner) {
        ProjectionNodeModel node = node(member);
        if (member.value() instanceof ProjectedMember.Field field) {
            return CodeBlock.of("$N.$N", owner, scope.field(node, field.field()));
        }
        if (member.value() instanceof ProjectedMember.Id id) {
            return CodeBlock.of("($T) $N.id()", id.type(), owner);
        }
        if (member.value() instanceof ProjectedMember.LinkedId linked) {
            int slot = node.linkIndex(linked.link());
            return linked.link().isList()
                    ? CodeBlock.of("$N.linkedIds($L)", owner, slot)
                    : CodeBlock.of("($T) $N.linkedId($L)", linked.type(), owner, slot);
        }
        ProjectedMember.Link link = (ProjectedMember.Link) member.value();
        return CodeBlock.of(link.link().isList() ? "$N.refs($L)" : "$N.ref($L)", owner, node.linkIndex(link.link()));
    }

    /** The node that has the value of a member. */
    private ProjectionNodeModel node(ProjectedMember member) {
        ProjectionNodeModel node = projection.root();
        for (String link : member.links()) {
            node = node.edges().get(node.edgeIndex(link)).target();
        }
        return node;
    }

    /** The method that collects the values behind lists of links. */
    MethodSpec collect(ProjectedMember member) {
        TakenNames allocator = ReservedNames.allocator();
        String root = allocator.newName(scope.variable(projection.root()));
        String values = allocator.newName("values");
        MethodSpec.Builder method = MethodSpec.methodBuilder(scope.collector(member))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(member.type())
                .addParameter(scope.fragment(projection.root()), root)
                .addStatement("$T $N = new $T<>()", member.type(), values, ArrayList.class);
        List<String> fragments = new ArrayList<>(List.of(root));
        int blocks = 0;
        ProjectionNodeModel node = projection.root();
        for (String link : member.links()) {
            ProjectionNodeModel.Edge edge = node.edges().get(node.edgeIndex(link));
            String owner = fragments.get(fragments.size() - 1);
            String name = allocator.newName(scope.variable(edge.target()));
            ClassName type = scope.fragment(edge.target());
            if (edge.link().isList()) {
                String each = allocator.newName("each");
                method.beginControlFlow(
                                "for ($T $N : $N.targets($L))",
                                RuntimeTypes.FRAGMENT,
                                each,
                                owner,
                                node.edgeIndex(link))
                        .addStatement("$1T $2N = ($1T) $3N", type, name, each);
                blocks++;
            } else {
                method.addStatement("$1T $2N = ($1T) $3N.target($4L)", type, name, owner, node.edgeIndex(link))
                        .beginControlFlow("if ($N != null)", name);
                blocks++;
            }
            fragments.add(name);
            node = edge.target();
        }
        addValue(method, member, fragments.get(fragments.size() - 1), values, allocator);
        for (int i = 0; i < blocks; i++) {
            method.endControlFlow();
        }
        return method.addStatement("return $N", values).build();
    }

    private void addValue(
            MethodSpec.Builder method, ProjectedMember member, String owner, String values, TakenNames allocator) {
        CodeBlock value = value(member, owner);
        if (isPrimitive(member)) {
            ProjectedMember.Field field = (ProjectedMember.Field) member.value();
            method.beginControlFlow("if ($N.$N)", owner, scope.flag(node(member), field.field()))
                    .addStatement("$N.add($L)", values, value)
                    .endControlFlow();
            return;
        }
        if (member.value() instanceof ProjectedMember.Id) {
            method.addStatement("$N.add($L)", values, value);
            return;
        }
        boolean isIds = member.value() instanceof ProjectedMember.LinkedId linked
                && linked.link().isList();
        TypeName type = isIds
                ? ParameterizedTypeName.get(
                        ClassName.get(List.class), member.value().type())
                : member.value().type();
        String name = allocator.newName(isIds ? "ids" : "value");
        method.addStatement("$T $N = $L", type, name, value)
                .beginControlFlow("if ($N != null)", name)
                .addStatement(isIds ? "$N.addAll($N)" : "$N.add($N)", values, name)
                .endControlFlow();
    }

    private static String variable(Map<List<String>, String> variables, List<String> links) {
        return Objects.requireNonNull(variables.get(List.copyOf(links)), () -> String.join(".", links));
    }
}

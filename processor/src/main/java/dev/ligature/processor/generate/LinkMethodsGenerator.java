// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.TakenNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Generates the methods of a repository for one link: {@code fetchDoor}, {@code attachWindows}, {@code detachWindows}. A link that
 * must be there gets no method that would take it away, a back link over a list of embedded values none that changes it.
 */
final class LinkMethodsGenerator {
    private static final TypeName COUNT = ParameterizedTypeName.get(RuntimeTypes.MONO, TypeName.LONG.box());

    private final DocumentModel document;
    private final TakenNames methods = new TakenNames();
    private final MethodNames queryMethods;

    LinkMethodsGenerator(DocumentModel document) {
        this.document = document;
        this.queryMethods = new MethodNames(document.names().query());
        methods.newName("fetchLinks");
        methods.newName("detachAll");
    }

    List<MethodSpec> generate(MemberModel.Reference link) {
        List<MethodSpec> generated = new ArrayList<>();
        Names names = new Names(link);
        generated.add(fetch(link, names));
        if (link instanceof BackLinkModel back && !back.isAttachable()) {
            return generated;
        }
        generated.add(attach(link, names));
        if (link.shape().isList()) {
            generated.add(detach(link, names));
        } else if (link.shape().isOptional() || link instanceof BackLinkModel) {
            generated.add(detachOne(link, names));
        }
        return generated;
    }

    /** The parameters of the methods of a link, and its path. */
    private final class Names {
        final String variable;
        final String targets;
        final CodeBlock path;

        Names(MemberModel.Reference link) {
            TakenNames parameters = ReservedNames.only(document.names().query());
            variable = parameters.newName(document.names().variable());
            targets = parameters.newName(link.name());
            path = CodeBlock.of(
                    "$T.$N.$N()",
                    document.names().query(),
                    QueryGenerator.rootField(document),
                    queryMethods.of(link.name()));
        }
    }

    private MethodSpec fetch(MemberModel.Reference link, Names names) {
        return method(
                        "fetch",
                        link,
                        names,
                        ParameterizedTypeName.get(RuntimeTypes.MONO, documentName()),
                        document.isPublic())
                .addJavadoc(
                        "Fetches the {@code $L} of the given document; see {@link #fetch(Object, $L[])}.",
                        link.name(),
                        RuntimeTypes.FETCH_PATH.canonicalName())
                .addStatement("return fetch($N, $L)", names.variable, names.path)
                .build();
    }

    private MethodSpec attach(MemberModel.Reference link, Names names) {
        return withTargets(changing("attach", link, names), link, names)
                .addJavadoc(
                        link.shape().isList()
                                ? "Adds to the {@code $L} of the given document; see {@link #attach(Object, $L, Object[])}."
                                : "Sets the {@code $L} of the given document; see {@link #attach(Object, $L, Object[])}.",
                        link.name(),
                        RuntimeTypes.LINK_PATH.canonicalName())
                .addStatement("return attach($N, $L, $N)", names.variable, names.path, names.targets)
                .build();
    }

    private MethodSpec detach(MemberModel.Reference link, Names names) {
        return withTargets(changing("detach", link, names), link, names)
                .addJavadoc(
                        "Removes from the {@code $L} of the given document; see {@link #detach(Object, $L, Object[])}.",
                        link.name(),
                        RuntimeTypes.LINK_PATH.canonicalName())
                .addStatement("return detach($N, $L, $N)", names.variable, names.path, names.targets)
                .build();
    }

    private MethodSpec detachOne(MemberModel.Reference link, Names names) {
        return changing("detach", link, names)
                .addJavadoc(
                        "Removes the {@code $L} of the given document; see {@link #detachAll(Object, $L[])}.",
                        link.name(),
                        RuntimeTypes.LINK_PATH.canonicalName())
                .addStatement("return detachAll($N, $L)", names.variable, names.path)
                .build();
    }

    private MethodSpec.Builder changing(String verb, MemberModel.Reference link, Names names) {
        return method(verb, link, names, COUNT, document.isPublic() && link.isTargetPublic());
    }

    private MethodSpec.Builder method(
            String verb, MemberModel.Reference link, Names names, TypeName result, boolean isPublic) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(methods.newName(verb + Capitals.capitalized(link.name())))
                .returns(result)
                .addParameter(documentName(), names.variable);
        return isPublic ? method.addModifiers(Modifier.PUBLIC) : method;
    }

    private static MethodSpec.Builder withTargets(MethodSpec.Builder method, MemberModel.Reference link, Names names) {
        ClassName target = link.target().document();
        return link.shape().isList()
                ? method.addParameter(ArrayTypeName.of(target), names.targets).varargs()
                : method.addParameter(target, names.targets);
    }

    private ClassName documentName() {
        return document.names().document();
    }
}

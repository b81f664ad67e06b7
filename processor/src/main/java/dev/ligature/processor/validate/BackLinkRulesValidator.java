// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.MemberModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Back links that mirror one link have to agree on what a delete means. */
public final class BackLinkRulesValidator {
    private BackLinkRulesValidator() {}

    /**
     * Reports back links that disagree.
     *
     * @param members those of the document that are right
     */
    public static void check(DocumentDeclaration document, List<MemberModel> members, ValidationReport report) {
        Map<List<Object>, BackLinkModel> byLink = new HashMap<>();
        for (MemberModel member : members) {
            if (!(member instanceof BackLinkModel backLink)) {
                continue;
            }
            BackLinkModel first = byLink.putIfAbsent(List.of(backLink.target(), backLink.originalField()), backLink);
            if (first != null && !first.onDelete().equals(backLink.onDelete())) {
                MemberDeclaration declared = document.member(backLink.name()).orElseThrow();
                String referring = backLink.target().displayName();
                report.add(
                        declared.at("BackLink").value("onDelete"),
                        Message.BACK_LINK_RULES_DIFFER,
                        document.member(first.name()).orElseThrow().displayName(),
                        declared.displayName(),
                        referring + "." + backLink.originalField() + " -> " + document.displayName(),
                        first.onDelete(),
                        backLink.onDelete());
            }
        }
    }
}

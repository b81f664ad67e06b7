// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.HierarchyModel.SharedLink;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.StructureModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The links of the types that a sealed document permits, each once for all types that have the same one. */
final class SharedLinks {
    private SharedLinks() {}

    /**
     * Those that all types have come first, in the order of the sealed document's members; those within embedded values
     * come last.
     */
    static List<SharedLink> of(StructureModel sealed, List<DocumentModel> permitted) {
        Map<List<Object>, List<DocumentNames>> types = new LinkedHashMap<>();
        for (DocumentModel type : permitted) {
            for (MemberModel.Reference link : type.structure().references()) {
                types.computeIfAbsent(key(link), key -> new ArrayList<>()).add(type.names());
            }
        }
        Map<List<Object>, List<DocumentNames>> nested = new LinkedHashMap<>();
        for (DocumentModel type : permitted) {
            for (NestedLinkModel link : type.nestedLinks()) {
                nested.computeIfAbsent(key(link), key -> new ArrayList<>()).add(type.names());
            }
        }
        Map<List<Object>, List<DocumentNames>> inOrder = new LinkedHashMap<>();
        for (MemberModel.Reference link : sealed.references()) {
            List<DocumentNames> all = types.remove(key(link));
            if (all != null) {
                inOrder.put(key(link), all);
            }
        }
        inOrder.putAll(types);
        inOrder.putAll(nested);
        return inOrder.entrySet().stream()
                .map(entry -> new SharedLink((String) entry.getKey().get(0), entry.getValue()))
                .toList();
    }

    private static List<Object> key(NestedLinkModel link) {
        return List.of(
                link.member(),
                link.storedName(),
                link.way().stream().map(NestedLinkModel.Step::containers).toList(),
                link.link().shape(),
                link.link().storage(),
                link.link().target());
    }

    /** What makes links of two types one; the name of the member comes first. */
    private static List<Object> key(MemberModel.Reference link) {
        if (link instanceof LinkModel forward) {
            return List.of(forward.name(), forward.storedName(), forward.shape(), forward.storage(), forward.target());
        }
        BackLinkModel back = (BackLinkModel) link;
        return List.of(back.name(), back.shape(), back.originalField(), back.onDelete(), back.target());
    }
}

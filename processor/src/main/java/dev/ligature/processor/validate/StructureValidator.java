// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.CreatorDeclaration;
import dev.ligature.processor.declaration.Misplaced;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.StructureDeclaration;
import java.util.List;

/** What is wrong with a document or an embedded type as a whole: annotations that would be overlooked. */
public final class StructureValidator {
    private StructureValidator() {}

    public static void check(StructureDeclaration structure, ValidationReport report) {
        for (Misplaced each : structure.misplaced()) {
            report.add(each.place(), Message.ANNOTATION_MISPLACED, each.name(), each.annotation(), each.reason());
        }
        List<CreatorDeclaration> annotated = structure.creators().stream()
                .filter(CreatorDeclaration::isAnnotated)
                .toList();
        if (annotated.size() > 1) {
            report.add(
                    Place.of(annotated.get(1).position(), "BsonCreator"),
                    Message.CREATOR_TWICE,
                    structure.displayName());
        }
    }
}

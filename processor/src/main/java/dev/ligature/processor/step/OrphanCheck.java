// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.google.auto.common.MoreElements;
import dev.ligature.processor.declaration.Orphans;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.Round;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Warns of annotations that have no effect where they are. Not a step, because steps cannot get components of records.
 */
public final class OrphanCheck {
    private OrphanCheck() {}

    public static void run(ProcessingEnvironment environment, Round round) {
        Orphans orphans = new Orphans(round);
        for (TypeElement type : orphans.indexed()) {
            ValidationReport report = new ValidationReport(type);
            report.add(
                    Place.of(type, "CompoundIndex"), Message.INDEX_WITHOUT_DOCUMENT, StructureReader.displayName(type));
            report.print(environment.getMessager());
        }
        for (VariableElement component : orphans.paths()) {
            TypeElement type = MoreElements.asType(component.getEnclosingElement());
            String name = StructureReader.displayName(type);
            ValidationReport report = new ValidationReport(type);
            report.add(component, Message.PATH_WITHOUT_PROJECTION, name + "." + component.getSimpleName(), name);
            report.print(environment.getMessager());
        }
    }
}

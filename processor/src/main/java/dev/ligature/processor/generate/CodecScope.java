// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import org.jspecify.annotations.Nullable;

/**
 * The codec that is generated: the document's, or one of an embedded type within it.
 *
 * @param embedded the embedded type's name; null for the document
 * @param id the document's id; null for embedded types
 */
record CodecScope(
        StructureModel structure,
        @Nullable String embedded,
        @Nullable FieldModel id,
        CodecNames names,
        ValueCode values) {
    boolean isDocument() {
        return embedded == null;
    }

    /** The codec of a member within the generated methods. */
    CodeBlock codec(FieldModel field) {
        String bound = names.bound(embedded, field.name());
        return bound != null ? CodeBlock.of("$N", bound) : values.member(embedded, field);
    }

    /** The constant of a link or back link. */
    String link(MemberModel.Reference link) {
        return isDocument() ? names.link(link) : names.embeddedLink(link);
    }

    /** The place of a member among the stored names, of which the key of a discriminator is the first. */
    int place(MemberModel member) {
        return structure.stored().indexOf(member) + (structure.discriminator() == null ? 0 : 1);
    }

    TakenNames locals() {
        return names.locals();
    }

    /** The name for a variable that holds an object; the allocator may add to it. */
    String variable() {
        return Capitals.decapitalized(structure.rawType().simpleName());
    }
}

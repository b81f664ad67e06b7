// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** The stored names of a structure have to be ones that queries can name, each used once. */
public final class StoredNameValidator {
    private static final Pattern RESERVED = Pattern.compile("_[lkcs][0-9]+");

    private final ValidationReport report;
    private final boolean isDocument;
    private final Map<String, String> users = new LinkedHashMap<>();

    /** @param isDocument whether the names are those of a document's own fields, next to which queries put theirs */
    public StoredNameValidator(ValidationReport report, boolean isDocument) {
        this.report = report;
        this.isDocument = isDocument;
    }

    /** Takes the name of the discriminator of a type. */
    public void reserve(TypeElement type, String displayName, String key) {
        String defect = defect(key);
        if (!defect.isEmpty()) {
            report.add(
                    Place.of(type, "BsonDiscriminator").value("key"),
                    Message.DISCRIMINATOR_KEY_INVALID,
                    displayName,
                    key,
                    defect);
        }
        users.put(key, "the discriminator");
    }

    public void check(MemberDeclaration member, String storedName) {
        String defect = defect(storedName);
        Place place = member.at("BsonProperty").value("value");
        if (!defect.isEmpty()) {
            report.add(place, Message.STORED_NAME_INVALID, member.displayName(), storedName, defect);
        } else if (isDocument && RESERVED.matcher(storedName).matches()) {
            report.add(place, Message.STORED_NAME_RESERVED, member.displayName(), storedName);
        }
        String other = users.putIfAbsent(storedName, member.displayName());
        if (other != null) {
            report.add(place, Message.STORED_NAME_TWICE, member.displayName(), storedName, other);
        }
    }

    /** Why queries and updates would take a name for something else; empty if they would not. */
    public static String defect(String storedName) {
        if (storedName.startsWith("$")) {
            return "starts with $";
        }
        if (storedName.indexOf('.') >= 0) {
            return "contains a dot";
        }
        return storedName.indexOf('\0') >= 0 ? "contains a NUL character" : "";
    }
}

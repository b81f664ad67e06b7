// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.BackRef;
import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Finds the properties that hold back references. */
final class BackLinkModifier extends ValueSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
        properties.replaceAll(
                property -> holdsBackReferences(property.getType()) ? new BackLinkProperty(property) : property);
        return properties;
    }

    /**
     * Whether it is a {@code BackRef}, alone, in a list, in an {@code Optional}, or in a list in an {@code Optional}.
     */
    static boolean holdsBackReferences(JavaType type) {
        JavaType held = type.isReferenceType() ? type.getContentType() : type;
        return isOne(held) || isList(held);
    }

    static boolean isOne(JavaType type) {
        return type.hasRawClass(BackRef.class);
    }

    static boolean isList(JavaType type) {
        return type.isCollectionLikeType() && isOne(type.getContentType());
    }
}

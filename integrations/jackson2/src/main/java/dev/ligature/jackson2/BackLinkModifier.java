package dev.ligature.jackson2;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.ligature.link.BackRef;
import java.util.List;

/** Finds the properties that hold back references. */
final class BackLinkModifier extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        properties.replaceAll(
                property -> holdsBackReferences(property.getType()) ? new BackLinkProperty(property) : property);
        return properties;
    }

    /** A {@code BackRef}, alone, in a list, in an {@code Optional}, or in a list in one. */
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

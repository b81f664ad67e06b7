package dev.ligature.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes references and back references: ids, or documents. */
final class ReferenceSerializer extends JsonSerializer<Object> implements ContextualSerializer {
    private final RefFormat format;
    private final int depth;

    /** @param depth to which documents are written within documents */
    ReferenceSerializer(RefFormat format, int depth) {
        this.format = format;
        this.depth = depth;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty property) {
        if (property == null) {
            return this;
        }
        JsonRef annotation = property.getAnnotation(JsonRef.class);
        if (annotation == null) {
            annotation = property.getContextAnnotation(JsonRef.class); // of the class
        }
        return annotation == null || annotation.value() == format
                ? this
                : new ReferenceSerializer(annotation.value(), depth);
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider context) throws IOException {
        Reference reference = Reference.of(value);
        Object id = reference.id();
        Object document = reference.document();
        if (document != null && (id == null || format != RefFormat.ID)) {
            WritingPath path = WritingPath.of(context);
            if ((id == null || path.depth() < depth) && !path.has(document, generator)) {
                path.enter(document);
                try {
                    context.defaultSerializeValue(document, generator);
                } finally {
                    path.leave();
                }
                return;
            }
        }
        if (reference.isMissing() && format == RefFormat.STATE) {
            writeMissing(id, generator, context);
        } else if (id == null) {
            generator.writeNull();
        } else {
            context.defaultSerializeValue(id, generator);
        }
    }

    private static void writeMissing(@Nullable Object id, JsonGenerator generator, SerializerProvider context)
            throws IOException {
        generator.writeStartObject();
        if (id != null) {
            generator.writeFieldName(ReferenceObject.ID);
            context.defaultSerializeValue(id, generator);
        }
        generator.writeFieldName(ReferenceObject.MISSING);
        generator.writeBoolean(true);
        generator.writeEndObject();
    }

    /** The document has its own type id, the reference needs none. */
    @Override
    public void serializeWithType(
            Object value, JsonGenerator generator, SerializerProvider context, TypeSerializer types)
            throws IOException {
        serialize(value, generator, context);
    }

    /** What both kinds of references know. */
    private record Reference(@Nullable Object id, @Nullable Object document, boolean isMissing) {
        static Reference of(Object value) {
            if (value instanceof Ref<?> ref) {
                return new Reference(ref.id(), ref.find().orElse(null), ref.isMissing());
            }
            BackRef<?> ref = (BackRef<?>) value;
            return new Reference(ref.id(), ref.find().orElse(null), ref.isMissing());
        }
    }
}

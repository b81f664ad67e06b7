// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes references and back references as ids or as documents. */
final class ReferenceSerializer extends ValueSerializer<Object> {
    private final RefFormat format;
    private final int depth;

    /** @param depth the number of levels to which documents are written within documents */
    ReferenceSerializer(RefFormat format, int depth) {
        this.format = format;
        this.depth = depth;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
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
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) throws JacksonException {
        Reference reference = Reference.of(value);
        Object id = reference.id();
        Object document = reference.document();
        if (document != null && (id == null || format != RefFormat.ID)) {
            WritingPath path = WritingPath.of(context);
            if ((id == null || path.depth() < depth) && !path.has(document, generator)) {
                path.enter(document);
                try {
                    context.writeValue(generator, document);
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
            context.writeValue(generator, id);
        }
    }

    private static void writeMissing(@Nullable Object id, JsonGenerator generator, SerializationContext context)
            throws JacksonException {
        generator.writeStartObject();
        if (id != null) {
            generator.writeName(ReferenceObject.ID);
            context.writeValue(generator, id);
        }
        generator.writeName(ReferenceObject.MISSING);
        generator.writeBoolean(true);
        generator.writeEndObject();
    }

    /** The document has its own type id, the reference needs none. */
    @Override
    public void serializeWithType(
            Object value, JsonGenerator generator, SerializationContext context, TypeSerializer types)
            throws JacksonException {
        serialize(value, generator, context);
    }

    /** What both kinds of references have in common. */
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

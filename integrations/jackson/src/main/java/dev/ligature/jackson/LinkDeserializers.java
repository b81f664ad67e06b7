// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.Links;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.ReferenceType;

/** Finds the deserializers of ids, references and back references. */
final class LinkDeserializers extends Deserializers.Base {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
        if (type.hasRawClass(Ref.class)) {
            return new RefDeserializer(type.containedTypeOrUnknown(0));
        }
        if (BackLinkModifier.isOne(type)) {
            return new BackLinkDeserializer(BackRef::notFetched);
        }
        return type.hasRawClass(ObjectId.class) ? new ObjectIdDeserializer() : null;
    }

    @Override
    public @Nullable ValueDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription.Supplier bean,
            @Nullable TypeDeserializer elementTypes,
            @Nullable ValueDeserializer<?> elements) {
        return type.hasRawClass(List.class) && BackLinkModifier.isList(type)
                ? new BackLinkDeserializer(Links::unfetchedList)
                : null;
    }

    @Override
    public @Nullable ValueDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription.Supplier bean,
            @Nullable TypeDeserializer contentTypes,
            @Nullable ValueDeserializer<?> contents) {
        if (!type.hasRawClass(Optional.class) || !BackLinkModifier.holdsBackReferences(type)) {
            return null;
        }
        return BackLinkModifier.isOne(type.getContentType())
                ? new BackLinkDeserializer(() -> Optional.of(BackRef.notFetched()))
                : new BackLinkDeserializer(Optional::empty);
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return type == Ref.class || type == BackRef.class || type == ObjectId.class;
    }
}

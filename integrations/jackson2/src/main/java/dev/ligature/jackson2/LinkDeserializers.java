package dev.ligature.jackson2;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.Links;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Finds the deserializers of ids, references and back references. */
final class LinkDeserializers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription bean) {
        if (type.hasRawClass(Ref.class)) {
            return new RefDeserializer(type.containedTypeOrUnknown(0));
        }
        if (BackLinkModifier.isOne(type)) {
            return new BackLinkDeserializer(BackRef::notFetched);
        }
        return type.hasRawClass(ObjectId.class) ? new ObjectIdDeserializer() : null;
    }

    @Override
    public @Nullable JsonDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable TypeDeserializer elementTypes,
            @Nullable JsonDeserializer<?> elements) {
        return type.hasRawClass(List.class) && BackLinkModifier.isList(type)
                ? new BackLinkDeserializer(Links::unfetchedList)
                : null;
    }

    @Override
    public @Nullable JsonDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription bean,
            @Nullable TypeDeserializer contentTypes,
            @Nullable JsonDeserializer<?> contents) {
        if (!type.hasRawClass(Optional.class) || !BackLinkModifier.holdsBackReferences(type)) {
            return null;
        }
        return BackLinkModifier.isOne(type.getContentType())
                ? new BackLinkDeserializer(() -> Optional.of(BackRef.notFetched()))
                : new BackLinkDeserializer(Optional::empty);
    }
}

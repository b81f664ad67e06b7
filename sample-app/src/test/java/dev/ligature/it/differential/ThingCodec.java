package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Does at run time what the processor's codecs do. */
final class ThingCodec extends DocumentCodec<Thing> {
    private final Model.Type declared;
    private final Map<String, Integer> fields = new HashMap<>();
    private final Map<String, LinkType> links = new HashMap<>();

    ThingCodec(DocumentType<Thing> type, Model.Type declared) {
        super(type);
        this.declared = declared;
        for (int i = 0; i < declared.fields().size(); i++) {
            fields.put(declared.fields().get(i).storedName(), i);
        }
        type.links().stream().filter(link -> !link.isBackLink()).forEach(link -> links.put(link.storedName(), link));
    }

    @Override
    public Thing read(BsonReader reader, ExtraFields extra) {
        Thing thing = Thing.of(declared);
        for (LinkType link : type().links()) {
            if (link.isBackLink() && !link.shape().isOptional()) {
                thing.links[link.index()] = link.isList() ? Links.unfetchedList() : Links.unfetched(link);
            }
        }
        reader.readStartDocument();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            readField(reader, type, thing, extra);
        }
        reader.readEndDocument();
        return thing;
    }

    private void readField(BsonReader reader, BsonType type, Thing thing, ExtraFields extra) {
        String name = reader.readName();
        Integer field = fields.get(name);
        LinkType link = links.get(name);
        if (name.equals("_id")) {
            thing.id = type().idCodec().read(reader, type);
        } else if (field != null) {
            thing.values[field] = Reads.value(
                    reader, type, declared.fields().get(field).kind().codec());
        } else if (link != null) {
            thing.links[link.index()] =
                    link.isList() ? Links.readRefs(reader, type, link) : Links.readRef(reader, type, link);
        } else {
            extra.read(reader, name);
        }
    }

    @Override
    public void write(BsonWriter writer, Thing thing) {
        writer.writeStartDocument();
        if (thing.id != null) {
            writer.writeName("_id");
            type().idCodec().write(writer, thing.id);
        }
        for (int i = 0; i < thing.values.length; i++) {
            if (thing.values[i] != null) {
                writer.writeName(declared.fields().get(i).storedName());
                declared.fields().get(i).kind().codec().write(writer, thing.values[i]);
            }
        }
        for (LinkType link : type().links()) {
            if (!link.isBackLink()) {
                writeLink(writer, link, thing.links[link.index()]);
            }
        }
        writer.writeEndDocument();
    }

    @SuppressWarnings("unchecked") // links are as read(…) has put them
    private static void writeLink(BsonWriter writer, LinkType link, @Nullable Object value) {
        if (value == null && link.storage() == LinkStorage.DBREF) {
            writer.writeNull(link.storedName());
        } else if (value != null) {
            writer.writeName(link.storedName());
            if (link.isList()) {
                Links.writeRefs(writer, link, (List<Ref<Object>>) value);
            } else {
                Links.writeRef(writer, link, (Ref<?>) value);
            }
        }
    }

    @Override
    public Thing withId(Thing thing, @Nullable Object id) {
        Thing target = declared.isImmutable() ? thing.copy() : thing;
        target.id = id;
        return target;
    }

    @Override
    public @Nullable Object link(Thing thing, int index) {
        return thing.links[index];
    }

    @Override
    public Thing withLink(Thing thing, int index, @Nullable Object value) {
        Thing target = declared.isImmutable() ? thing.copy() : thing;
        target.links[index] = value;
        return target;
    }
}

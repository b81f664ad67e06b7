// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        type.links().stream()
                .filter(link -> !link.isBackLink())
                .forEach(link -> links.put(
                        link.isNested() ? declared.links().get(link.index()).boxName() : link.storedName(), link));
    }

    @Override
    protected Thing readDocument(BsonSource source, ExtraFields extra) {
        Thing thing = Thing.of(declared);
        for (LinkType link : type().links()) {
            if (link.isBackLink() && !link.shape().isOptional()) {
                thing.links[link.index()] = link.shape().isList() ? Links.unfetchedList() : Links.unfetched(link);
            }
        }
        source.startDocument();
        while (source.advance()) {
            readField(source, thing, extra);
        }
        for (LinkType link : type().links()) {
            if (link.isNested()) {
                thing.links[link.index()] = link.held(thing);
            }
        }
        return thing;
    }

    private void readField(BsonSource source, Thing thing, ExtraFields extra) {
        String name = source.name();
        Integer field = fields.get(name);
        LinkType link = links.get(name);
        if (name.equals("_id")) {
            thing.id = type().idCodec().read(source);
        } else if (field != null) {
            thing.values[field] =
                    Reads.value(source, declared.fields().get(field).kind().codec());
        } else if (link != null && link.isNested()) {
            thing.boxes[link.index()] = Box.read(source, declared.links().get(link.index()), link);
        } else if (link != null) {
            thing.links[link.index()] = link.isList() ? Links.readRefs(source, link) : Links.readRef(source, link);
        } else if (name.equals(Model.Type.DISCRIMINATOR) && declared.isPermitted()) {
            source.skip();
        } else {
            extra.read(source);
        }
    }

    @Override
    public void write(BsonSink sink, Thing thing) {
        sink.startDocument();
        if (declared.isPermitted()) {
            sink.writeName(Model.Type.DISCRIMINATOR);
            ValueCodecs.STRING.write(sink, declared.name());
        }
        if (thing.id != null) {
            sink.writeName("_id");
            type().idCodec().write(sink, thing.id);
        }
        for (int i = 0; i < thing.values.length; i++) {
            if (thing.values[i] != null) {
                sink.writeName(declared.fields().get(i).storedName());
                declared.fields().get(i).kind().codec().write(sink, thing.values[i]);
            }
        }
        for (LinkType link : type().links()) {
            Object boxes = thing.boxes[link.index()];
            if (boxes != null) {
                sink.writeName(declared.links().get(link.index()).boxName());
                Box.write(sink, boxes, link);
            } else if (!link.isBackLink() && !link.isNested()) {
                writeLink(sink, link, thing.links[link.index()]);
            }
        }
        sink.end();
    }

    @SuppressWarnings("unchecked") // links are as read(…) has put them
    private static void writeLink(BsonSink sink, LinkType link, @Nullable Object value) {
        if (value == null && link.storage() == LinkStorage.DBREF) {
            sink.writeName(link.storedName());
            sink.writeNull();
        } else if (value != null) {
            sink.writeName(link.storedName());
            if (link.isList()) {
                Links.writeRefs(sink, link, (List<Ref<Object>>) value);
            } else {
                Links.writeRef(sink, link, (Ref<?>) value);
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
        LinkType link = type().links().get(index);
        return link.isNested() ? link.held(thing) : thing.links[index];
    }

    @Override
    public Thing withLink(Thing thing, int index, @Nullable Object value) {
        Thing target = declared.isImmutable() ? thing.copy() : thing;
        target.links[index] = value;
        return target;
    }
}

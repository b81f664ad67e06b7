// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import java.util.List;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;

/**
 * A branch names what it grows on, perhaps twice, and the branch that is next to it. A record, so that it is copied for its back links.
 *
 * @param carried the branches that grow on this one
 * @param neighbour the branch to which this one is next
 */
record Branch(
        Integer id,
        List<Ref<Branch>> on,
        @Nullable Ref<Branch> next,
        List<BackRef<Branch>> carried,
        @Nullable BackRef<Branch> neighbour) {
    static final DocumentType<Branch> TYPE = DocumentType.builder(Branch.class, "branches")
            .id("id", Integer.class, ValueCodecs.INTEGER, Branch::id)
            .link("on", "on", LinkShape.LIST, LinkStorage.ID, () -> Branch.TYPE)
            .link("next", "next", LinkShape.OPTIONAL, LinkStorage.ID, () -> Branch.TYPE)
            .backLink("carried", LinkShape.LIST, "on", OnDelete.NOTHING, () -> Branch.TYPE)
            .backLink("neighbour", LinkShape.OPTIONAL, "next", OnDelete.NOTHING, () -> Branch.TYPE)
            .codec(registry -> new BranchCodec())
            .build();

    static final LinkType ON = TYPE.link("on");
    static final LinkType NEXT = TYPE.link("next");
    static final LinkType CARRIED = TYPE.link("carried");
    static final LinkType NEIGHBOUR = TYPE.link("neighbour");

    static DocumentCodecs codecs() {
        return new DocumentCodecs(TYPE, CodecRegistries.fromCodecs());
    }

    /** The branch that a document is, as a server stores it. */
    static Branch of(String json) {
        return (Branch) codecs().shape(TYPE).read(BsonSource.of(bytes(json)), ExtraFields.SKIP);
    }

    /** A document as a server sends it. */
    static byte[] bytes(String json) {
        RawBsonDocument document = RawBsonDocument.parse(json);
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        return bytes;
    }

    private static final class BranchCodec extends DocumentCodec<Branch> {
        private static final FieldNames FIELDS = FieldNames.of("_id", "on", "next");

        BranchCodec() {
            super(TYPE);
        }

        @Override
        protected Branch readDocument(BsonSource source, ExtraFields extra) {
            Integer id = null;
            List<Ref<Branch>> on = List.of();
            Ref<Branch> next = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> id = Reads.int32(source);
                    case 1 -> on = required(Links.readRefs(source, ON), "on");
                    case 2 -> next = Links.readRef(source, NEXT);
                    default -> extra.read(source);
                }
            }
            return new Branch(required(id, "_id"), on, next, Links.unfetchedList(), null);
        }

        @Override
        public void write(BsonSink sink, Branch branch) {
            throw new UnsupportedOperationException("writes nothing");
        }

        @Override
        public Branch withId(Branch branch, @Nullable Object id) {
            throw new UnsupportedOperationException("gives no id");
        }

        @Override
        public @Nullable Object link(Branch branch, int index) {
            return switch (index) {
                case 0 -> branch.on;
                case 1 -> branch.next;
                case 2 -> branch.carried;
                default -> branch.neighbour;
            };
        }

        @Override
        @SuppressWarnings("unchecked") // the runtime passes what link(...) returns
        public Branch withLink(Branch branch, int index, @Nullable Object value) {
            return new Branch(
                    branch.id,
                    index == 0 ? (List<Ref<Branch>>) value : branch.on,
                    index == 1 ? (Ref<Branch>) value : branch.next,
                    index == 2 ? (List<BackRef<Branch>>) value : branch.carried,
                    index == 3 ? (BackRef<Branch>) value : branch.neighbour);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.InvalidLinkException;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.Announced;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.bson.StoredValue;
import dev.ligature.link.Ref;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows about a document without a database: its collection, its id and its links. Each generated
 * codec has one as a constant, which announces itself when the codec's class is initialised.
 *
 * @param <T> the document
 */
public final class DocumentType<T> {
    private static final Announced<DocumentType<?>> ANNOUNCED = new Announced<>("Codec");

    static {
        LinkAccess.DOCUMENTS.open(new Documents());
    }

    private final Class<T> documentClass;
    private final String collection;
    private final int maxDepth;
    private final String idMember;
    private final Class<?> idClass;
    private final ValueCodec<Object> idCodec;
    private final Function<T, @Nullable Object> id;
    private final Function<CodecRegistry, DocumentCodec<T>> codec;
    private final @Nullable VersionType<T> version;
    private final List<LinkType> links;
    private final List<FieldType> fields;
    private final List<String> storedNames;
    private final List<IndexType> indexes;
    private final @Nullable Supplier<String> serverSchema;
    private final List<DocumentType<?>> permitted;
    private final @Nullable Discriminator discriminator;
    private final @Nullable Supplier<? extends DocumentType<?>> root;

    @SuppressWarnings("NullAway") // the builder's build() has checked what the processor always gives
    private DocumentType(Builder<T> builder) {
        documentClass = builder.documentClass;
        collection = builder.collection;
        maxDepth = builder.maxDepth;
        idMember = builder.idMember;
        idClass = builder.idClass;
        idCodec = builder.idCodec;
        id = builder.id;
        codec = builder.codec;
        version = builder.version;
        fields = List.copyOf(builder.fields);
        indexes = List.copyOf(builder.indexes);
        serverSchema = builder.serverSchema;
        permitted = List.copyOf(builder.permitted);
        discriminator = builder.discriminator;
        root = builder.root;
        List<LinkType> made = new ArrayList<>(builder.links.size());
        for (LinkType.Declaration declaration : builder.links) {
            made.add(new LinkType(this, made.size(), declaration));
        }
        for (List<LinkType> parts : builder.sharedLinks) {
            made.add(new LinkType(this, made.size(), parts));
        }
        links = List.copyOf(made);
        storedNames = permitted.isEmpty() ? ownNames() : namesOfPermitted();
    }

    private List<String> namesOfPermitted() {
        return permitted.stream()
                .flatMap(each -> each.storedNames.stream())
                .distinct()
                .toList();
    }

    private List<String> ownNames() {
        return Stream.concat(
                        fields.stream().map(FieldType::storedName).filter(name -> !name.equals("_id")),
                        links.stream()
                                .filter(link -> !link.isBackLink() && !link.isNested())
                                .map(LinkType::storedName))
                .toList();
    }

    /** The stored name of a member that is not a link. */
    public record FieldType(String member, String storedName) {}

    /** The member that holds the version. */
    public record VersionType<T>(String storedName, ToLongFunction<T> reader) {}

    /** Starts the declaration of a document type. */
    public static <T> Builder<T> builder(Class<T> documentClass, String collection) {
        return new Builder<>(documentClass, collection);
    }

    /**
     * Returns the type of the given document: that of its class, or of the nearest superclass that is a {@code
     * @Document}.
     *
     * @throws IllegalArgumentException if there is none
     */
    @SuppressWarnings("unchecked") // the registered type of a class is of that class
    public static <T> DocumentType<T> of(T document) {
        return (DocumentType<T>) of(document.getClass());
    }

    /** The type of a document class; see {@link #of(Object)}. */
    public static DocumentType<?> of(Class<?> documentClass) {
        DocumentType<?> type = ANNOUNCED.find(documentClass);
        if (type != null) {
            return type;
        }
        Class<?> parent = documentClass.getSuperclass();
        if (parent == null || parent == Object.class || parent == Record.class) {
            throw new IllegalArgumentException(
                    documentClass.getName() + " is not a @Document: no generated codec was found"
                            + " for it. Annotate it and let the Ligature processor run on it.");
        }
        type = of(parent);
        ANNOUNCED.announce(documentClass, type);
        return type;
    }

    public Class<T> documentClass() {
        return documentClass;
    }

    /** Whether this stands for the documents of several types, which a sealed type permits. */
    public boolean isSealed() {
        return !permitted.isEmpty();
    }

    /** The types that the documents of a sealed one have, derived ones first. Empty for any other. */
    public List<DocumentType<?>> permitted() {
        return permitted;
    }

    /** How documents of this type are told from others in the collection, or null if it holds one type only. */
    public @Nullable Discriminator discriminator() {
        return discriminator;
    }

    /** The type that stands for all documents of the collection: the outermost sealed one, or this. */
    public DocumentType<?> root() {
        return root == null ? this : root.get();
    }

    /** Whether the collection holds documents that are not of this type. */
    public boolean isRestricted() {
        return root != null;
    }

    /** Returns the filter for those of the documents that are of this type. */
    public BsonDocument restricted(BsonDocument filter) {
        return root == null || discriminator == null ? filter : discriminator.restricted(filter);
    }

    /** The type of the given document: this, or the one that a sealed type permits. */
    public DocumentType<? extends T> typeOf(T document) {
        return permitted.isEmpty() ? this : of(document);
    }

    /** The link of this sealed type that stands for the given link of a type below it. */
    LinkType shared(LinkType link) {
        for (LinkType each : links) {
            if (each.standsFor(link)) {
                return each;
            }
        }
        throw new IllegalArgumentException(this + " has no link \"" + link + "\"");
    }

    /** The name of the collection. */
    public String collection() {
        return collection;
    }

    /** How many levels {@code fetchLinks()} follows. */
    public int maxDepth() {
        return maxDepth;
    }

    /** The Java name of the member that is {@code _id}. */
    public String idMember() {
        return idMember;
    }

    /** The boxed class of the id. */
    public Class<?> idClass() {
        return idClass;
    }

    /**
     * Checks that the given object can be an id of this type.
     *
     * @param user what uses the id, for the error: {@code House.door} or {@code Door.id}
     * @throws InvalidLinkException if it is of another class
     */
    public void checkId(Object id, String user) {
        if (!idClass.isInstance(id)) {
            throw new InvalidLinkException(user + ": the id of " + this + " is of type " + idClass.getSimpleName()
                    + ", but " + Excerpt.of(id) + " is of type " + id.getClass().getSimpleName()
                    + ". Give an id of type "
                    + idClass.getSimpleName() + ".");
        }
    }

    /**
     * Returns a stored id as users see it. Null if there is none, and for a value that cannot be an id of this type.
     */
    public @Nullable Object readId(@Nullable BsonValue stored) {
        if (stored == null || stored.isNull()) {
            return null;
        }
        try {
            return StoredValue.read(idCodec, stored);
        } catch (RuntimeException e) { // whatever its codec raises
            return null;
        }
    }

    /** Reads and writes an id of this type. */
    public ValueCodec<Object> idCodec() {
        return idCodec;
    }

    /** Returns the id of the given document, or null if it has none yet. */
    public @Nullable Object idOf(T document) {
        return id.apply(document);
    }

    /** Returns a reference, not fetched, to the document with the given id. */
    public Ref<T> ref(Object id) {
        return Ref.to(id);
    }

    /**
     * Returns the id in a reference to a document of this type; null if the document has none yet. Generated code gives
     * its type as {@code I}.
     *
     * @throws InvalidLinkException if the reference holds an id of another type
     */
    // The processor has read I and the class of ids from the same member.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <I> @Nullable I idIn(Ref<? extends T> ref) {
        Object id = Objects.requireNonNull(ref, "ref").id();
        if (id != null) {
            checkId(id, this + "." + idMember);
        }
        return (I) id;
    }

    /** Returns the version, or null if the document has none. */
    public @Nullable VersionType<T> version() {
        return version;
    }

    /**
     * All links and back links in the order of their declaration, then those within embedded values: {@code
     * lines.product}.
     */
    public List<LinkType> links() {
        return links;
    }

    /** Returns the link or back link of the given member. */
    public LinkType link(String member) {
        LinkType link = findLink(member);
        if (link == null) {
            throw new IllegalArgumentException(this + " has no link \"" + member + "\"");
        }
        return link;
    }

    private @Nullable LinkType findLink(String member) {
        for (LinkType link : links) {
            if (link.member().equals(member)) {
                return link;
            }
        }
        return null;
    }

    /**
     * Returns the stored path of the given member, as queries name it. For a link, this is the path of the target's id.
     */
    public String storedPath(String member) {
        for (FieldType field : fields) {
            if (field.member().equals(member)) {
                return field.storedName();
            }
        }
        return link(member).idPath();
    }

    /** Returns a stored path, but with the Java name of the member that it starts with. For messages. */
    public String memberPath(String storedPath) {
        int dot = storedPath.indexOf('.');
        String stored = dot < 0 ? storedPath : storedPath.substring(0, dot);
        for (FieldType field : fields) {
            if (field.storedName().equals(stored)) {
                return field.member() + (dot < 0 ? "" : storedPath.substring(dot));
            }
        }
        return storedPath;
    }

    /** The stored names of the members and links; not that of the id. */
    public List<String> storedNames() {
        return storedNames;
    }

    public List<IndexType> indexes() {
        return indexes;
    }

    /** What the server checks of the documents, as the JSON of a {@code $jsonSchema}; null if the build has not asked for it. */
    public @Nullable String serverSchema() {
        return serverSchema == null ? null : serverSchema.get();
    }

    /** Creates the codec. Fails if the registry lacks one for a member. */
    public DocumentCodec<T> newCodec(CodecRegistry registry) {
        return codec.apply(registry);
    }

    /** The simple name of the document. If it is nested, with the names of the enclosing types: {@code Outer.Inner}. */
    @Override
    public String toString() {
        String name = documentClass.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Collects what the processor read from a declaration. */
    public static final class Builder<T> {
        private final Class<T> documentClass;
        private final String collection;
        private int maxDepth = 3;
        private @Nullable String idMember;
        private @Nullable Class<?> idClass;
        private @Nullable ValueCodec<Object> idCodec;
        private @Nullable Function<T, @Nullable Object> id;
        private @Nullable Function<CodecRegistry, DocumentCodec<T>> codec;
        private @Nullable VersionType<T> version;
        private final List<LinkType.Declaration> links = new ArrayList<>();
        private final List<FieldType> fields = new ArrayList<>();
        private final List<IndexType> indexes = new ArrayList<>();
        private @Nullable Supplier<String> serverSchema;
        private List<DocumentType<?>> permitted = List.of();
        private final List<List<LinkType>> sharedLinks = new ArrayList<>();
        private @Nullable Discriminator discriminator;
        private @Nullable Supplier<? extends DocumentType<?>> root;

        private Builder(Class<T> documentClass, String collection) {
            this.documentClass = documentClass;
            this.collection = collection;
        }

        public Builder<T> maxDepth(int depth) {
            maxDepth = depth;
            return this;
        }

        /** The member that is {@code _id}; {@code idClass} is boxed. */
        @SuppressWarnings("unchecked") // ids are checked against idClass before they are written
        public <I> Builder<T> id(
                String member, Class<I> idClass, ValueCodec<I> idCodec, Function<T, @Nullable Object> id) {
            this.idMember = member;
            this.idClass = idClass;
            this.idCodec = (ValueCodec<Object>) idCodec;
            this.id = id;
            fields.add(new FieldType(member, "_id"));
            return this;
        }

        public Builder<T> codec(Function<CodecRegistry, DocumentCodec<T>> codec) {
            this.codec = codec;
            return this;
        }

        /** A stored member that is neither the id nor a link. */
        public Builder<T> field(String member, String storedName) {
            fields.add(new FieldType(member, storedName));
            return this;
        }

        /** The member that holds the version. */
        public Builder<T> version(String member, String storedName, ToLongFunction<T> reader) {
            version = new VersionType<>(storedName, reader);
            return field(member, storedName);
        }

        public Builder<T> link(
                String member,
                String storedName,
                LinkShape shape,
                LinkStorage storage,
                Supplier<? extends DocumentType<?>> target) {
            links.add(new LinkType.Declaration(
                    LinkWay.empty(), null, member, storedName, shape, storage, OnDelete.NOTHING, null, target));
            return this;
        }

        /**
         * A link within embedded values. Such links come after those of the document itself.
         *
         * @param way the members that hold the values
         * @param getter the link's member of a value; null for a value of a type that has no such member
         */
        public Builder<T> link(
                LinkWay way,
                String member,
                String storedName,
                LinkShape shape,
                LinkStorage storage,
                Function<Object, @Nullable Object> getter,
                Supplier<? extends DocumentType<?>> target) {
            links.add(new LinkType.Declaration(
                    way, getter, member, storedName, shape, storage, OnDelete.NOTHING, null, target));
            return this;
        }

        public Builder<T> backLink(
                String member,
                LinkShape shape,
                String originalField,
                OnDelete onDelete,
                Supplier<? extends DocumentType<?>> target) {
            links.add(new LinkType.Declaration(
                    LinkWay.empty(), null, member, member, shape, LinkStorage.ID, onDelete, originalField, target));
            return this;
        }

        /** The value of the field that tells documents of this type from others in the collection. */
        public Builder<T> discriminator(String key, String value) {
            discriminator = new Discriminator(key, List.of(value));
            return this;
        }

        /** The outermost sealed type to which this one belongs. */
        public Builder<T> root(Supplier<? extends DocumentType<?>> outermost) {
            root = outermost;
            return this;
        }

        /**
         * The types that the documents of a sealed type have, derived ones first. Their ids, versions and discriminators
         * are those of the sealed type.
         */
        public Builder<T> permits(DocumentType<?>... types) {
            permitted = List.of(types);
            DocumentType<?> first = permitted.get(0);
            idMember = first.idMember;
            idClass = first.idClass;
            idCodec = first.idCodec;
            id = document -> of(document).idOf(document);
            fields.add(new FieldType(first.idMember, "_id"));
            if (first.version != null) {
                version = new VersionType<>(
                        first.version.storedName(), document -> Objects.requireNonNull(of(document).version)
                                .reader()
                                .applyAsLong(document));
            }
            discriminator = Discriminator.of(permitted);
            return this;
        }

        /** A link or a back link that some of the permitted types have in common, or all. */
        public Builder<T> linkOf(String member, DocumentType<?>... types) {
            sharedLinks.add(Stream.of(types).map(type -> type.link(member)).toList());
            return this;
        }

        public Builder<T> index(IndexType index) {
            indexes.add(index);
            return this;
        }

        /** What the server checks of the documents, as the JSON of a {@code $jsonSchema}. Asked for when it is needed. */
        public Builder<T> serverSchema(Supplier<String> json) {
            serverSchema = json;
            return this;
        }

        /** Creates the type and announces it. */
        public DocumentType<T> build() {
            Objects.requireNonNull(idCodec, "id");
            Objects.requireNonNull(codec, "codec");
            DocumentType<T> type = new DocumentType<>(this);
            ANNOUNCED.announce(documentClass, type);
            return type;
        }
    }

    /** Lets references ask documents for their ids. */
    private static final class Documents implements LinkAccess.Documents {
        @Override
        public void check(Object document) {
            of(document);
        }

        @Override
        public @Nullable Object idOf(Object document) {
            return of(document).idOf(document);
        }
    }
}

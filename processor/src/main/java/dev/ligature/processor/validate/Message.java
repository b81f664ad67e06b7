// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import java.util.Locale;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * Every text that a user may get from the processor. A text says what is wrong, where, and what to do about it. The
 * keys are stable: users search for them. Warnings and notes report what is valid, but rarely what the user wants.
 * {@code @SuppressWarnings} with the key silences them.
 */
public enum Message {
    DOCUMENT_NOT_CLASS(
            "DocumentNotClass", "%s is %s. A @Document is a record, a class or a sealed type: move the annotation."),
    DOCUMENT_ABSTRACT(
            "DocumentAbstract",
            "%s is abstract, so no document can be read into it. Annotate the classes that extend it instead, or declare it"
                    + " sealed, and its collection holds what it permits."),
    DOCUMENT_SEALED_CONCRETE(
            "DocumentSealedConcrete",
            "%s is sealed, but not abstract, so a document could be of this type or of one that it permits. Declare %s"
                    + " abstract, and give its own documents a type that it permits."),
    PERMITTED_NOT_DOCUMENT(
            "PermittedNotDocument",
            "%s is permitted by %s, so it has documents, but it is %s. Make it a record, a class that is not abstract, or a"
                    + " sealed type."),
    DOCUMENT_OF_TWO_HIERARCHIES(
            "DocumentOfTwoHierarchies",
            "%s is permitted by %s and by %s, which are @Documents with collections of their own. Let one of them permit"
                    + " it, or give both a sealed @Document that permits them."),
    COLLECTION_OF_HIERARCHY(
            "CollectionOfHierarchy",
            "%s is stored in the collection \"%s\", as all documents of %s are. Remove collection = \"%s\"."),
    IDS_OF_TYPES_DIFFER(
            "IdsOfTypesDiffer",
            "%s: its types are stored in one collection, but have no id in common: %s has the type %s, and %s has the type %s."
                    + " Give both the same name and type."),
    VERSIONS_OF_TYPES_DIFFER(
            "VersionsOfTypesDiffer",
            "%s: its types are stored in one collection, but not all of them have the @Version %s. Declare it in all of them,"
                    + " under one stored name, or in none."),
    STORED_LINKS_OF_TYPES_DIFFER(
            "StoredLinksOfTypesDiffer",
            "%s: in one collection, %s and %s are stored as \"%s\", but they are not links of the same kind to the same"
                    + " document. Give one of them another name with @BsonProperty."),
    UNIQUE_INDEX_OF_SOME(
            "UniqueIndexOfSome",
            "%s has a unique index on \"%s\", which not all types of %s have. A server would refuse a second document"
                    + " without it. Add sparse = true."),
    INDEX_OF_ONE_TYPE(
            "IndexOfOneType",
            "%s has %s on \"%s\". It would hold for %s too, which stores \"%s\" in the same collection, but does not declare"
                    + " this index. Declare it for both in the same way, or for neither."),
    DOCUMENT_GENERIC(
            "DocumentGeneric",
            "%s has type parameters. Documents have none: annotate a record or a class that fixes them."),
    DOCUMENT_INNER(
            "DocumentInner",
            "%s is an inner class, so it can be created only with an instance of %s. Declare it static, or make it a record."),
    DOCUMENT_PRIVATE(
            "DocumentPrivate",
            "%s cannot be named by generated code: %s is private. Make it package-private or wider."),
    GENERATED_NAME_TAKEN("GeneratedNameTaken", "%s and %s both need generated types called %s. Rename one of the two."),
    GENERATED_TYPE_EXISTS(
            "GeneratedTypeExists",
            "%s needs a generated type %s, but its package has a type of that name already. Rename one of the two."),
    FILE_NOT_WRITTEN(
            "FileNotWritten",
            "%s needs a generated type %s, but it could not be written: %s. If another processor generates a type of that"
                    + " name, rename this one."),
    RESOURCE_NOT_WRITTEN(
            Diagnostic.Kind.WARNING,
            "ResourceNotWritten",
            "%s could not be written: %s. A framework or GraalVM that reads it will not find the types that it would name."),
    LOMBOK_AFTER_LIGATURE(
            "LombokAfterLigature",
            "%s gets its members from Lombok, which has not run before Ligature. Put Lombok before"
                    + " ligature-processor on the processor path, in annotationProcessorPaths for example. This applies to every"
                    + " document that uses Lombok."),
    PROCESSOR_FAILED(
            "ProcessorFailed",
            "%s cannot be processed because of a bug in Ligature's processor. Please report it with the declaration and"
                    + " these lines:%n%s%s"),

    COLLECTION_NAME_INVALID(
            "CollectionNameInvalid",
            "%s: the collection name \"%s\" %s. Give another one: @Document(collection = \"%s\")."),
    MAX_DEPTH_NEGATIVE(
            "MaxDepthNegative",
            "%s: maxDepth is %s. Use 0 to fetch no links by default, 1 for the document's own, or more."),

    ID_MISSING("IdMissing", "%s has no id. %s: an ObjectId, String, int, long, UUID or an embedded record."),
    ID_TWICE(
            "IdTwice",
            "%s and %s are both the id of %s. Keep one of them, or annotate only the one meant with @BsonId."),
    ID_TYPE_UNSUPPORTED(
            "IdTypeUnsupported",
            "%s is the id, but has the type %s. Use ObjectId, String, int, long, UUID or an embedded record of types that"
                    + " Ligature stores itself."),
    ID_WITHOUT_EQUALITY(
            "IdWithoutEquality",
            "%s is the id, but %s, so two ids with the same stored value would not be equal. Use a record of types with value"
                    + " equality, or declare equals and hashCode."),

    VERSION_TYPE_UNSUPPORTED(
            "VersionTypeUnsupported", "%s is annotated with @Version, but has the type %s. A version is a long."),
    VERSION_TWICE(
            "VersionTwice",
            "%s and %s are both the version of %s. A document has one: remove @Version from the other."),
    VERSION_ON_ID(
            "VersionOnId",
            "%s is annotated with @Version, but it is the id, which never changes. Give the version a member of its own: a"
                    + " long."),
    VERSION_IGNORED(
            "VersionIgnored",
            "%s is annotated with @Version, but also with @BsonIgnore. A version is stored: remove one of the two"
                    + " annotations."),
    VERSION_IN_EMBEDDED(
            "VersionInEmbedded",
            "%s is annotated with @Version, but embedded in %s. Versions count the changes of documents: move it there."),

    STORED_NAME_TWICE(
            "StoredNameTwice",
            "%s is stored as \"%s\", and so is %s. Give one of them another name with @BsonProperty."),
    STORED_NAME_INVALID("StoredNameInvalid", "%s: the stored name \"%s\" %s. Give another one with @BsonProperty."),
    STORED_NAME_RESERVED(
            "StoredNameReserved",
            "%s: the stored name \"%s\" is reserved for Ligature's queries (_l, _k, _s or _c followed by digits). Give it"
                    + " another name with @BsonProperty."),
    ANNOTATION_UNSUPPORTED(
            "AnnotationUnsupported",
            "%s is annotated with @%s, which Ligature does not support. Remove it. To store another form, use a type of your"
                    + " own and register its codec with the database."),
    ANNOTATION_MISPLACED(
            "AnnotationMisplaced",
            "%s is annotated with @%s, but %s, so it is not a member and the annotation has no effect. Move it to a member, or"
                    + " remove it."),

    MEMBER_NOT_READABLE(
            "MemberNotReadable",
            "%s cannot be read by generated code: %s. %s, make the field %s, or annotate it with @BsonIgnore."),
    MEMBER_NOT_SETTABLE(
            "MemberNotSettable",
            "%s cannot be set by generated code: %s. %s, or take it in the constructor as a parameter named %s."),
    MEMBER_NOT_ACCESSIBLE(
            "MemberNotAccessible",
            "%s cannot be read or set by generated code: %s. Make the field %s, %s, or annotate it with @BsonIgnore."),
    CREATOR_RETURNS_OTHER(
            "CreatorReturnsOther",
            "%s.%s is annotated with @BsonCreator, but returns %s. Return %s, or remove the annotation."),
    NO_FITTING_CONSTRUCTOR(
            "NoFittingConstructor",
            "%s cannot be created by generated code: %s. Add a constructor that is not private and whose parameters have the"
                    + " names and types of members, or one without parameters and setters for all members."),
    CREATOR_PARAMETER_UNKNOWN(
            "CreatorParameterUnknown",
            "The @BsonCreator %s has the parameter \"%s\", which is no member%s. Give it the name of a member, or the"
                    + " member's stored name with @BsonProperty."),
    CREATOR_TWICE(
            "CreatorTwice",
            "%s has several constructors or methods with @BsonCreator. Keep the annotation on the one that Ligature is to call."),

    MAP_KEY_NOT_STRING(
            "MapKeyNotString",
            "%s has a map with keys of type %s. Keys of stored documents are strings: use Map<String, %s>, or an enum as"
                    + " keys."),
    ENUM_VALUE_TWICE(
            "EnumValueTwice",
            "%s and %s are both stored as \"%s\". Give each constant a name of its own with @BsonProperty."),
    ENUM_KEY_INVALID(
            "EnumKeyInvalid",
            "%s has a map with keys of an enum, whose constant %s is stored as \"%s\". A key in a path cannot have that name:"
                    + " it %s. Give the constant another one with @BsonProperty."),
    CONVERT_UNSUPPORTED(
            "ConvertUnsupported",
            "%s is annotated with @Convert, but %s, which takes no converter. Remove the annotation."),
    CONVERTER_NOT_USABLE(
            "ConverterNotUsable",
            "%s: generated code cannot create %s, because %s. A converter is a class with a constructor without"
                    + " parameters."),
    CONVERTER_OF_OTHER_TYPE(
            "ConverterOfOtherType",
            "%s has the type %s, but %s converts %s. Name a converter of %s, or of the elements or values that it holds."),
    VALUE_RAW("ValueRaw", "%s uses %s without type arguments. Add them, so that its values can be stored."),
    VALUE_WILDCARD(
            "ValueWildcard", "%s has a wildcard in its type %s. Name the type, so that its values can be read back."),
    VALUE_OPTIONAL(
            "ValueOptional",
            "%s has an Optional inside %s. Only a member itself may be Optional: leave it out of containers."),
    VALUE_TYPE_UNSUPPORTED(
            "ValueTypeUnsupported",
            "%s uses %s: neither Ligature nor a codec registry has a codec for such a generic type. Use List, Set,"
                    + " Collection or Map, or a record of your own."),
    VALUE_TYPE_GROWS(
            "ValueTypeGrows",
            "%s: the type arguments of %s grow with each level, without end. Embed it in itself with the type arguments that it"
                    + " has, as in %s<T>."),
    VALUE_NOT_ACCESSIBLE(
            "ValueNotAccessible",
            "%s uses %s, which generated code in the document's package cannot name. Make that type package-private or wider."),
    DISCRIMINATOR_KEY_INVALID(
            "DiscriminatorKeyInvalid", "%s: the discriminator key \"%s\" %s. Give another one in @BsonDiscriminator."),
    DISCRIMINATOR_KEYS_DIFFER(
            "DiscriminatorKeysDiffer",
            "%s: the subtypes of %s have different discriminator keys: \"%s\", and for %s \"%s\". Give one key in the"
                    + " @BsonDiscriminator of %s."),
    DISCRIMINATOR_TWICE(
            "DiscriminatorTwice",
            "%s: the subtypes %s and %s both have the discriminator \"%s\". Give each its own value in"
                    + " @BsonDiscriminator."),
    DOCUMENT_EMBEDDED(
            "DocumentEmbedded",
            "%s holds %s, which is a @Document: a copy of it would be stored. Use @Link %s, or remove @Document from %s to"
                    + " embed it."),
    VALUE_LEFT_TO_REGISTRY(
            Diagnostic.Kind.NOTE,
            "ValueLeftToRegistry",
            "%s uses %s, which is not embedded: %s. Its codec has to come from the registry of the database."),

    REF_WITHOUT_LINK(
            "RefWithoutLink",
            "%s has the type %s, but is not annotated with @Link. Annotate it, or store an id instead."),
    BACK_REF_WITHOUT_BACK_LINK(
            "BackRefWithoutBackLink",
            "%s has the type %s, but is not annotated with @BackLink. Annotate it and name the member that links here:"
                    + " @BackLink(originalField = \"door\")."),
    LINK_WITHOUT_REF(
            "LinkWithoutRef",
            "%s is annotated with @Link, but has the type %s. A link is a Ref<T>, Optional<Ref<T>>, List<Ref<T>> or"
                    + " Optional<List<Ref<T>>>: change the type, or remove @Link to embed the value."),
    BACK_LINK_WITHOUT_BACK_REF(
            "BackLinkWithoutBackRef",
            "%s is annotated with @BackLink, but has the type %s. A back link is a BackRef<T>, Optional<BackRef<T>>,"
                    + " List<BackRef<T>> or Optional<List<BackRef<T>>>: change the type, or remove @BackLink."),
    LINK_OF_BACK_REF(
            "LinkOfBackRef",
            "%s is annotated with @Link, but holds a BackRef. Use Ref<%s>, or annotate it with @BackLink."),
    BACK_LINK_OF_REF(
            "BackLinkOfRef",
            "%s is annotated with @BackLink, but holds a Ref. Use BackRef<%s>, or annotate it with @Link."),
    LINK_AND_BACK_LINK(
            "LinkAndBackLink",
            "%s is annotated with both @Link and @BackLink. Keep @Link if the ids are stored here, @BackLink if they are"
                    + " stored in the other document."),
    LINK_RAW("LinkRaw", "%s uses %s without a type argument. Name the document at the other end, as in %s<Door>."),
    LINK_WILDCARD("LinkWildcard", "%s has a wildcard in its type %s. Name the document at the other end."),
    LINK_SHAPE_UNSUPPORTED("LinkShapeUnsupported", "%s has the type %s, which is no link. %s."),
    LINK_IN_CYCLE(
            "LinkInCycle",
            "%s is a link in an object that is embedded in %s, which contains itself, so the ways to the link would have no"
                    + " end. Make %s a @Document and link to it, or store an id instead."),
    LINK_IN_ID(
            "LinkInId",
            "%s is a link in the id of %s. An id is a value that never changes: store the other document's id there"
                    + " instead."),
    LINKS_OF_SUBTYPES_DIFFER(
            "LinksOfSubtypesDiffer",
            "%s (stored as %s) has the same path as a member of another subtype, but is not the same link: its target, its"
                    + " name in the database or its stored form differs. Rename one of the two."),
    LINK_IGNORED("LinkIgnored", "%s is a link, but annotated with @BsonIgnore. Remove one of the two annotations."),
    LINK_TARGET_NOT_DOCUMENT(
            "LinkTargetNotDocument",
            "%s links to %s, which is not a @Document. Annotate %s, or store its id in a plain field."),
    LINK_TARGET_SEALED(
            "LinkTargetSealed",
            "%s links to %s, whose types are documents of different collections. A link leads to one collection. Annotate %s"
                    + " with @Document, so that one collection holds all of them, or declare a link for each."),
    LINK_TARGET_NOT_ACCESSIBLE(
            "LinkTargetNotAccessible",
            "%s links to %s, which generated code in the document's package cannot name. Make %s public, or move it to this"
                    + " package."),

    DOCUMENT_NOT_PROCESSED(
            "DocumentNotProcessed",
            "%s needs what Ligature generates for %s, but the class files of %2$s have been compiled without it: there is no"
                    + " %s. Add ligature-processor to the build of %2$s, as this build has it."),

    BACK_LINK_IN_EMBEDDED(
            "BackLinkInEmbedded",
            "%s is a back link in an object that is embedded in %s. Documents are referred to, not the objects embedded in"
                    + " them: move it to %s."),
    BACK_LINK_OVER_MAP(
            "BackLinkOverMap",
            "%s: %s is in a map or in a list of lists, so no index leads from %s to the documents that refer to it. Embed the"
                    + " objects in a List, or remove the back link; %s"),
    BACK_LINK_FIELD_EMPTY(
            "BackLinkFieldEmpty", "%s: originalField is empty. Name the member of %s that links here; %s"),
    BACK_LINK_FIELD_UNKNOWN("BackLinkFieldUnknown", "%s: %s has no member \"%s\"; %s"),
    BACK_LINK_FIELD_NOT_LINK("BackLinkFieldNotLink", "%s: %s is not a @Link, so there is nothing to follow back; %s"),
    BACK_LINK_OF_BACK_LINK(
            "BackLinkOfBackLink",
            "%s: %s is itself a @BackLink (%s). One of the two has to store the ids: declare one as a @Link of Ref; %s"),
    BACK_LINK_POINTS_ELSEWHERE("BackLinkPointsElsewhere", "%s: %s does not link to %s (%s); %s"),
    BACK_LINK_RULES_DIFFER(
            "BackLinkRulesDiffer",
            "%s and %s mirror the same link (%s), but declare %s and %s for deletes. Give both the same onDelete, or keep only"
                    + " one of them."),
    BACK_LINK_RENAMED(
            Diagnostic.Kind.WARNING,
            "BackLinkRenamed",
            "%s is a back link, which stores nothing, so @BsonProperty has no effect. Remove it."),
    UNLINK_OF_REQUIRED(
            Diagnostic.Kind.WARNING,
            "UnlinkOfRequired",
            "%s is UNLINK, but %s is required (%s), so a delete is refused if a document refers. Use RESTRICT, which says so,"
                    + " or make the link Optional."),

    INDEX_EMPTY(
            "IndexEmpty",
            "%s: a @CompoundIndex names no members. Name them in order: @CompoundIndex({\"a\", \"-b\"})."),
    INDEX_MEMBER_UNKNOWN(
            "IndexMemberUnknown", "%s: @CompoundIndex names \"%s\", but %s has no stored member of that name%s."),
    INDEX_MEMBER_NESTED(
            "IndexMemberNested",
            "%s: @CompoundIndex names \"%s\", but it can name only members of the document itself. %s."),
    INDEX_MEMBER_TWICE("IndexMemberTwice", "%s: @CompoundIndex names \"%s\" twice. Keep one of them."),
    INDEX_OF_ID(
            "IndexOfId",
            "%s is the id, which the server always keeps in a unique index. It refuses another index on the id that is"
                    + " unique or sparse. Remove the index."),
    INDEX_OVER_LISTS(
            Diagnostic.Kind.WARNING,
            "IndexOverLists",
            "%s: @CompoundIndex names the lists \"%s\" and \"%s\". The server refuses every document in which both have"
                    + " elements. Index them separately."),
    INDEX_WITHOUT_DOCUMENT(
            Diagnostic.Kind.WARNING,
            "IndexWithoutDocument",
            "%s is annotated with @CompoundIndex, but not with @Document, so no index is created. Move it to the document."),
    INDEX_MEMBER_NOT_STORED("IndexMemberNotStored", "%s %s, so it is not stored and cannot be indexed. %s."),
    INDEX_IN_EMBEDDED(
            "IndexInEmbedded",
            "%s is annotated with @Indexed, but embedded in %s: indexes are declared on members of documents. Remove it, and"
                    + " create such an index through the repository's collection()."),
    INDEX_EXPIRY_NOT_DATE(
            "IndexExpiryNotDate",
            "%s has an index with expireAfterSeconds, but its type %s is not stored as a date. Use Instant, LocalDateTime or"
                    + " LocalDate, or remove expireAfterSeconds."),
    INDEX_EXPIRY_TOO_LONG(
            "IndexExpiryTooLong",
            "%s has an index with expireAfterSeconds = %s, but servers accept at most %s. Use a smaller value, or remove it."),

    PATH_WITHOUT_PROJECTION(
            Diagnostic.Kind.WARNING,
            "PathWithoutProjection",
            "%s is annotated with @Path, but %s is not a @Projection, so the path has no effect. Annotate the record, or remove"
                    + " the path."),
    PROJECTION_NOT_RECORD(
            "ProjectionNotRecord",
            "%s is %s. A @Projection is a record, whose components name what is read: make it one."),
    PROJECTION_GENERIC(
            "ProjectionGeneric",
            "%s has type parameters. A projection has none: its components have the types of members."),
    PROJECTION_PRIVATE(
            "ProjectionPrivate",
            "%s cannot be named by generated code: %s is private. Make it package-private or wider."),
    PROJECTION_EMPTY("ProjectionEmpty", "%s has no components. Add one for each member of %s that is to be read."),
    PROJECTION_NOT_OF_DOCUMENT(
            "ProjectionNotOfDocument",
            "%s is a projection of %s, which is not a @Document. Name the document whose members it shows."),
    PROJECTION_NAME_UNKNOWN(
            "ProjectionNameUnknown",
            "%s: neither %s nor what it links to and embeds has a member for \"%s\"%s. Rename the component, or name what it"
                    + " shows, as in @Path(\"door.color\")."),
    PROJECTION_NAME_AMBIGUOUS("ProjectionNameAmbiguous", "%s may show %s. Name the one that you mean: @Path(\"%s\")."),
    PROJECTION_PATH_EMPTY(
            "ProjectionPathEmpty",
            "%s: the path %s. Name what the component shows, beginning with a member of %s: @Path(\"%s\")."),
    PROJECTION_PATH_UNKNOWN("ProjectionPathUnknown", "%s: %s has no member \"%s\"%s. Correct the path \"%s\"."),
    PROJECTION_PATH_INTO_VALUE(
            "ProjectionPathIntoValue",
            "%s: the path \"%s\" continues after %s, which is a %s. Paths lead through links, back links and embedded records"
                    + " and classes: end it there, and show the whole value."),
    PROJECTION_OF_BACK_LINK(
            "ProjectionOfBackLink",
            "%s: %s is a back link, which stores nothing. Continue the path to a member of the documents that refer: \"%s\"."),
    PROJECTION_TYPE_DIFFERS("ProjectionTypeDiffers", "%s has the type %s, but shows %s. Declare it as %s."),
    PROJECTION_MAY_BE_ABSENT(
            "ProjectionMayBeAbsent",
            "%s shows %s, but %s may be absent. Declare it as %s, or annotate it with @Nullable."),
    PROJECTION_CONVERTER_DIFFERS(
            "ProjectionConverterDiffers",
            "%s: %s converts from %s, but %s is stored as %s. Name a converter that stores its values so."),
    PROJECTION_CONVERTER_NOT_ACCESSIBLE(
            "ProjectionConverterNotAccessible",
            "%s shows %s, whose converter %s cannot be used in another package. Make it and the type that it stores public, or"
                    + " move the projection to its package."),
    PROJECTION_CODEC_NOT_ACCESSIBLE(
            "ProjectionCodecNotAccessible",
            "%s shows a whole %s, for which the codec of %s cannot be used in another package: make %s and %s public, or move"
                    + " the projection to their package."),

    SCHEMA_COLLECTION_CHANGED(
            "SchemaCollectionChanged",
            "%s is stored in the collection \"%s\", but according to the schema file in \"%s\": the documents that exist would not be"
                    + " found. Keep it: @Document(collection = \"%s\"). If you have moved them, accept the change:"
                    + " -Aligature.schema.accept=%s"),
    SCHEMA_NAME_CHANGED(
            "SchemaNameChanged",
            "%s is stored as \"%s\", but according to the schema file as \"%s\": documents that exist have the value under that"
                    + " name, and so do services with the former declaration. Keep it: @BsonProperty(\"%s\"). If you have renamed it"
                    + " in the database, or if it is another value, accept the change: -Aligature.schema.accept=%s"),
    SCHEMA_TYPE_CHANGED(
            "SchemaTypeChanged",
            "%s is stored as %s, but according to the schema file as %s: documents that exist could not be read. Keep the former"
                    + " member, and store the new form under another name. If you have converted all documents, accept the change:"
                    + " -Aligature.schema.accept=%s"),
    SCHEMA_TYPE_NARROWED(
            "SchemaTypeNarrowed",
            "%s is stored as %s, but according to the schema file as %s: documents that exist may have values that do not fit. Keep the"
                    + " former type. If all values fit, accept the change: -Aligature.schema.accept=%s"),
    SCHEMA_LINK_TARGET_CHANGED(
            "SchemaLinkTargetChanged",
            "%s links to %s, but according to the schema file to %s: the ids in the documents that exist are those of other documents."
                    + " Keep the former member, and store the new link under another name. If you have converted all documents, accept"
                    + " the change: -Aligature.schema.accept=%s"),
    SCHEMA_LINK_STORAGE_CHANGED(
            "SchemaLinkStorageChanged",
            "%s is stored in the form %s, but according to the schema file in the form %s: conditions and back links would not see the"
                    + " links of documents that exist. Keep it: @Link(storage = LinkStorage.%s). Or rewrite them with the repository's"
                    + " restore method, and accept the change: -Aligature.schema.accept=%s"),
    SCHEMA_MEMBER_REQUIRED(
            "SchemaMemberRequired",
            "%s is required, but the schema file %s: documents without it could not be read. Make it Optional or @Nullable, or a"
                    + " member of a class that has a default and is set after construction. If all documents have it, accept the change:"
                    + " -Aligature.schema.accept=%s"),
    SCHEMA_MEMBER_REMOVED(
            "SchemaMemberRemoved",
            "%s is gone, but according to the schema file \"%s\" is required: services with the former declaration could not read new"
                    + " documents. Keep it until no such service runs. Then accept the change: -Aligature.schema.accept=%s"),
    SCHEMA_VALUE_DROPPED(
            "SchemaValueDropped",
            "%s does not know %s any more, which documents may hold according to the schema file: they could not be read. Keep what"
                    + " you dropped. If no document holds it, accept the change: -Aligature.schema.accept=%s"),
    SCHEMA_DISCRIMINATOR_CHANGED(
            "SchemaDiscriminatorChanged",
            "%s has subtypes that the field \"%s\" tells apart, but according to the schema file it is \"%s\": documents that exist"
                    + " could not be read. Keep it: @BsonDiscriminator(key = \"%s\"). If you have renamed it in the database, accept"
                    + " the change: -Aligature.schema.accept=%s"),
    SCHEMA_DISCRIMINATOR_ADDED(
            "SchemaDiscriminatorAdded",
            "%s is stored with a field \"%s\", which tells its type, but the schema file does not know it: documents without it could not"
                    + " be read. If all documents have it, accept the change: -Aligature.schema.accept=%s"),
    SCHEMA_ACCEPT_UNUSED(
            Diagnostic.Kind.WARNING,
            "SchemaAcceptUnused",
            "-Aligature.schema.accept names %s, but nothing changes there that has to be accepted. Remove it, since it would accept the"
                    + " next change unseen."),
    SCHEMA_UNREADABLE(
            "SchemaUnreadable",
            "The schema file %s cannot be read: %s. Restore it from version control, or delete it to begin with what is declared now."),
    OPTION_INVALID("OptionInvalid", "-A%s=%s %s"),
    OUTPUT_NOT_WRITTEN("OutputNotWritten", "-A%s=%s names a file that cannot be read or written: %s");

    private final Diagnostic.Kind kind;
    private final String key;
    private final String template;

    Message(String key, String template) {
        this(Diagnostic.Kind.ERROR, key, template);
    }

    Message(Diagnostic.Kind kind, String key, String template) {
        this.kind = kind;
        this.key = key;
        this.template = template;
    }

    public Diagnostic.Kind kind() {
        return kind;
    }

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    /** Prints what concerns no element, such as an option. */
    public void print(Messager messager, Object... arguments) {
        messager.printMessage(kind, format(arguments));
    }

    /** What users search for; never changed. */
    public String key() {
        return key;
    }

    String format(Object... arguments) {
        String text = "[" + key + "] " + String.format(Locale.ROOT, template, arguments);
        return isError() ? text : text + " If you mean it, add @SuppressWarnings(\"" + key + "\").";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;

/** What generated code names besides the user's types. By name: nothing of it is on the processor's path. */
final class RuntimeTypes {
    static final ClassName BSON_SINK = bson("BsonSink");
    static final ClassName BSON_SOURCE = bson("BsonSource");
    static final ClassName DOCUMENT_GENERATED = spi("DocumentGenerated");
    static final ClassName DOCUMENT_CODEC = spi("DocumentCodec");
    static final ClassName DOCUMENT_TYPE = spi("DocumentType");
    static final ClassName DOCUMENT_UNION_CODEC = spi("DocumentUnionCodec");
    static final ClassName EMBEDDED_CODEC = spi("EmbeddedCodec");
    static final ClassName ENUM_NAMES = spi("EnumNames");
    static final ClassName EXTRA_FIELDS = spi("ExtraFields");
    static final ClassName FIELD_NAMES = bson("FieldNames");
    static final ClassName INDEX_TYPE = spi("IndexType");
    static final ClassName LINK_HOLDER = spi("LinkHolder");
    static final ClassName LINK_MEMBER = spi("LinkMember");
    static final ClassName LINK_SHAPE = spi("LinkShape");
    static final ClassName LINK_TYPE = spi("LinkType");
    static final ClassName LINK_WAY = spi("LinkWay");
    static final ClassName LINKS = spi("Links");
    static final ClassName LOCATION = spi("Location");
    static final ClassName FRAGMENT = spi("Fragment");
    static final ClassName PROJECTION_CODEC = spi("ProjectionCodec");
    static final ClassName PROJECTION_NODE = spi("ProjectionNode");
    static final ClassName PROJECTION_TYPE = spi("ProjectionType");
    static final ClassName READS = spi("Reads");
    static final ClassName UNION_CODEC = spi("UnionCodec");
    static final ClassName VALUE_CODEC = bson("ValueCodec");
    static final ClassName VALUE_CODECS = spi("ValueCodecs");

    static final ClassName LINK_STORAGE = ClassName.get("dev.ligature.annotation", "LinkStorage");
    static final ClassName ON_DELETE = ClassName.get("dev.ligature.annotation", "OnDelete");

    static final ClassName COMPARABLE_PATH = path("ComparablePath");
    static final ClassName CONDITION = path("Condition");
    static final ClassName DOCUMENT_PATH = path("DocumentPath");
    static final ClassName EMBEDDED_LINKS_PATH = path("EmbeddedLinksPath");
    static final ClassName EMBEDDED_PATH = path("EmbeddedPath");
    static final ClassName ENUM_MAP_PATH = path("EnumMapPath");
    static final ClassName FETCH_PATH = path("FetchPath");
    static final ClassName FIELD_PATH = path("FieldPath");
    static final ClassName LINK_LIST_PATH = path("LinkListPath");
    static final ClassName LINK_PATH = path("LinkPath");
    static final ClassName LIST_PATH = path("ListPath");
    static final ClassName MAP_PATH = path("MapPath");
    static final ClassName NUMBER_PATH = path("NumberPath");
    static final ClassName STRING_PATH = path("StringPath");
    static final ClassName TEMPORAL_PATH = path("TemporalPath");

    static final ClassName REF = ClassName.get("dev.ligature.link", "Ref");
    static final ClassName REPOSITORY = ClassName.get("dev.ligature.repository", "Repository");
    static final ClassName REPOSITORY_OPTIONS = ClassName.get("dev.ligature.repository", "RepositoryOptions");
    static final ClassName UNSUPPORTED_TYPE_EXCEPTION = ClassName.get("dev.ligature", "UnsupportedTypeException");

    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    static final ClassName CODEC_REGISTRY = ClassName.get("org.bson.codecs.configuration", "CodecRegistry");
    static final ClassName MONGO_DATABASE = ClassName.get("com.mongodb.reactivestreams.client", "MongoDatabase");
    static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");

    private RuntimeTypes() {}

    private static ClassName spi(String name) {
        return ClassName.get("dev.ligature.spi", name);
    }

    private static ClassName bson(String name) {
        return ClassName.get("dev.ligature.spi.bson", name);
    }

    private static ClassName path(String name) {
        return ClassName.get("dev.ligature.path", name);
    }
}

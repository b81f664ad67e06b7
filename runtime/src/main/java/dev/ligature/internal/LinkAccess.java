package dev.ligature.internal;

import org.jspecify.annotations.Nullable;

/** The way into references and back references for the codecs and the loader. */
public final class LinkAccess {
    public static final Door<Refs> REFS = new Door<>("dev.ligature.link.Ref");
    public static final Door<BackRefs> BACK_REFS = new Door<>("dev.ligature.link.BackRef");
    public static final Door<Documents> DOCUMENTS = new Door<>("dev.ligature.spi.DocumentType");

    private LinkAccess() {}

    /** Makes and binds references. */
    public interface Refs {
        /**
         * An unfetched reference as read.
         *
         * @param link named in errors
         * @param asDeclared false when it was stored in the form that its link does not declare: a join that the server makes
         *     by the declared form does not find its target
         */
        Object stored(Object id, Object link, boolean asDeclared);

        boolean isStoredAsDeclared(Object ref);

        void bind(Object ref, Object document);

        void bindMissing(Object ref);
    }

    /** Makes and binds back references. */
    public interface BackRefs {
        /**
         * One that is not fetched.
         *
         * @param link named in errors
         */
        Object unfetched(Object link);

        void bind(Object ref, Object document);

        void bindMissing(Object ref);
    }

    /** What references must know of documents. */
    public interface Documents {
        /**
         * Checks that an object is a document.
         *
         * @throws IllegalArgumentException when its class is none
         */
        void check(Object document);

        /** The id of a document, or null when it has none yet. */
        @Nullable
        Object idOf(Object document);
    }
}

// SPDX-License-Identifier: Apache-2.0
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
         * Creates an unfetched reference, as it was read.
         *
         * @param link named in errors
         * @param asDeclared false if it is not stored in the form that its link declares: the server joins by the
         *     declared form, so a join does not find its target
         */
        Object stored(Object id, Object link, boolean asDeclared);

        boolean isStoredAsDeclared(Object ref);

        void bind(Object ref, Object document);

        void bindMissing(Object ref);
    }

    /** Makes and binds back references. */
    public interface BackRefs {
        /**
         * Creates a back reference that is not fetched.
         *
         * @param link named in errors
         */
        Object unfetched(Object link);

        void bind(Object ref, Object document);

        void bindMissing(Object ref);
    }

    /** What references have to know about documents. */
    public interface Documents {
        /**
         * Checks that the given object is a document.
         *
         * @throws IllegalArgumentException if its class is not one
         */
        void check(Object document);

        /** Returns the id of the given document, or null if it has none yet. */
        @Nullable
        Object idOf(Object document);
    }
}

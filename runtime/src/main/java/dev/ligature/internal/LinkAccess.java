package dev.ligature.internal;

import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.spi.LinkType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way into {@link Ref} and {@link BackRef} for the codecs and the fetcher: users see values that nobody changes under
 * them, so binding is not a public method of theirs. Each class hands in its access when it is initialised.
 */
public final class LinkAccess {
    private static volatile @Nullable Refs refs;
    private static volatile @Nullable BackRefs backRefs;

    private LinkAccess() {}

    /** Makes and binds references. */
    public interface Refs {
        /**
         * An unfetched reference as read.
         *
         * @param asDeclared false when it was stored in the form that its link does not declare: a join that the server makes
         *     by the declared form does not find its target
         */
        <T> Ref<T> stored(Object id, LinkType link, boolean asDeclared);

        boolean isStoredAsDeclared(Ref<?> ref);

        void bind(Ref<?> ref, Object document);

        void bindMissing(Ref<?> ref);
    }

    /** Makes and binds back references. */
    public interface BackRefs {
        <T> BackRef<T> unfetched(LinkType link);

        void bind(BackRef<?> ref, Object document);

        void bindMissing(BackRef<?> ref);
    }

    public static void setRefs(Refs access) {
        refs = access;
    }

    public static void setBackRefs(BackRefs access) {
        backRefs = access;
    }

    public static Refs refs() {
        return KnownRefs.ACCESS;
    }

    /** A constant, as codecs ask for each reference of each list; {@link Ref} hands it in when it is initialised. */
    private static final class KnownRefs {
        static final Refs ACCESS = known();

        private static Refs known() {
            initialize(Ref.class);
            return Objects.requireNonNull(refs);
        }
    }

    public static BackRefs backRefs() {
        if (backRefs == null) {
            initialize(BackRef.class);
        }
        return Objects.requireNonNull(backRefs);
    }

    static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

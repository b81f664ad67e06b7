// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;

/** References in the states that they otherwise get from a fetch. */
final class States {
    private States() {}

    /** A reference whose document was looked for and does not exist. */
    static <T> Ref<T> missing(Object id) {
        Ref<T> ref = Ref.to(id);
        miss(ref);
        return ref;
    }

    /** Says of a reference that its document does not exist. */
    static void miss(Ref<?> ref) {
        LinkAccess.REFS.get().bindMissing(ref);
    }

    /** Binds a reference to its document. */
    static void fetch(Ref<?> ref, Object document) {
        LinkAccess.REFS.get().bind(ref, document);
    }

    /** A back reference to a document. */
    static <T> BackRef<T> fetchedBack(T document) {
        BackRef<T> ref = BackRef.notFetched();
        LinkAccess.BACK_REFS.get().bind(ref, document);
        return ref;
    }

    /** A back reference to which no document belongs. */
    static <T> BackRef<T> missingBack() {
        BackRef<T> ref = BackRef.notFetched();
        LinkAccess.BACK_REFS.get().bindMissing(ref);
        return ref;
    }

    /** A list of back references as a fetch fills it. */
    static <T> List<BackRef<T>> fetchedBackList(List<T> documents) {
        LinkList<BackRef<T>> list = new LinkList<>();
        list.bind(documents.stream().map(States::fetchedBack).toList());
        return list;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.LinkList;
import dev.ligature.link.Ref;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a document holds of a link: a reference, a list of them, or a list of these for each embedded value on the way. */
public final class HeldRefs {
    private HeldRefs() {}

    /** Hands out each reference, also those of lists that a fetch has left out. */
    public static void forEach(@Nullable Object held, Consumer<Ref<?>> action) {
        if (held instanceof Ref<?> ref) {
            action.accept(ref);
        } else if (held instanceof List<?> list) {
            for (Object entry : list instanceof LinkList<?> links ? links.stored() : list) {
                forEach(entry, action); // a stored null is none
            }
        }
    }

    /**
     * Where a document holds a reference, for messages: {@code House.windows}, {@code Order.lines[3].product}, {@code
     * Order.lines[3].alternatives[1]}.
     */
    public static String place(LinkType link, Object document, Ref<?> ref) {
        if (!link.isNested()) {
            return link.toString();
        }
        Object held = link.held(document);
        if (link.holder() == LinkHolder.SINGLE) {
            return link + position(held, ref);
        }
        List<?> entries = (List<?>) Objects.requireNonNull(held);
        for (int i = 0; i < entries.size(); i++) {
            Object entry = entries.get(i);
            String position = position(entry, ref);
            if (entry == ref || !position.isEmpty()) {
                return link.place(document, i) + position;
            }
        }
        return link.toString();
    }

    private static String position(@Nullable Object held, Ref<?> ref) {
        if (held instanceof List<?> list) {
            List<?> stored = list instanceof LinkList<?> links ? links.stored() : list;
            for (int i = 0; i < stored.size(); i++) {
                if (stored.get(i) == ref) {
                    return "[" + i + "]";
                }
            }
        }
        return "";
    }

    /** Hands out each list that was read from a document, and so can leave out references. */
    public static void forEachList(@Nullable Object held, Consumer<LinkList<?>> action) {
        if (held instanceof LinkList<?> links) {
            action.accept(links);
        } else if (held instanceof List<?> list) {
            list.forEach(entry -> forEachList(entry, action));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.LinkType;
import java.util.Collection;
import java.util.stream.Collectors;

/** The error for documents that do not fit the declaration of a back link. */
public final class BackLinkFailure {
    private static final int SHOWN = 10;

    private BackLinkFailure() {}

    /**
     * Several documents refer to one whose back link holds a single one.
     *
     * @param owner the document with the back link, as messages name it
     * @param referrers their ids
     */
    public static AmbiguousBackLinkException ambiguous(Object owner, LinkType link, Collection<?> referrers) {
        return new AmbiguousBackLinkException(owner + ": " + link + " holds one " + link.target() + ", but "
                + referrers.size() + " refer to it by " + link.mirror() + ": "
                + referrers.stream().limit(SHOWN).map(Excerpt::of).collect(Collectors.joining(", ", "[", "]"))
                + ". Remove the surplus references, or declare " + link + " as a List.");
    }
}

package dev.ligature.internal.stored;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.LinkType;
import java.util.Collection;
import java.util.stream.Collectors;

/** What the readers of back links say of documents that do not fit the declaration. */
public final class BackLinkFailure {
    private static final int SHOWN = 10;

    private BackLinkFailure() {}

    /**
     * Several documents refer to one that can hold one of them.
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

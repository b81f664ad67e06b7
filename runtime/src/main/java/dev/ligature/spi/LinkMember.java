// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.annotation.LinkStorage;
import java.util.function.Supplier;

/**
 * What a codec has to know about a link: its target and how it is stored. The codec of an embedded value belongs to the
 * value's type, wherever documents hold such values. So its links are of this type, while {@link LinkType} is a link of
 * one document.
 */
public sealed class LinkMember permits LinkType {
    private final String name;
    private final LinkShape shape;
    final LinkStorage declaredStorage;
    private final Supplier<? extends DocumentType<?>> target;

    LinkMember(String name, LinkShape shape, LinkStorage storage, Supplier<? extends DocumentType<?>> target) {
        this.name = name;
        this.shape = shape;
        this.declaredStorage = storage;
        this.target = target;
    }

    /**
     * A link of an embedded type.
     *
     * @param name {@code Order.Line.product}, for messages
     */
    public static LinkMember embedded(
            String name, LinkShape shape, LinkStorage storage, Supplier<? extends DocumentType<?>> target) {
        return new LinkMember(name, shape, storage, target);
    }

    /** What the member itself holds: one reference or a list of them. */
    public final LinkShape shape() {
        return shape;
    }

    /** The document type at the other end: the target of a link, the referring type of a back link. */
    public final DocumentType<?> target() {
        return target.get();
    }

    /** {@code House.door}, {@code Order.lines.product}; {@code Order.Line.product} for a link of an embedded type. */
    @Override
    public final String toString() {
        return name;
    }
}

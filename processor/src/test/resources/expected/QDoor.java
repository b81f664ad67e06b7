// Generated from com.example.Door; edits are overwritten.
package com.example;

import dev.ligature.link.Ref;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.FetchPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.LinkPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Typed paths of {@link Door}: members are fields, links are methods.
 *
 * @param <R> the document from which the paths start
 */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Door.class)
public class QDoor<R> extends DocumentPath<R, Door> {
    /** {@link Door} as the root of a query. */
    public static final QDoor<Door> door = new QDoor<>(Location.root(DoorCodec.TYPE));

    public final NumberPath<R, Long> id;

    public final NumberPath<R, Integer> height;

    public final StringPath<R> colour;

    public final StringPath<R> sign;

    /** Creates the paths of the document at the given location. */
    public QDoor(Location<R> location) {
        super(location);
        this.id = new NumberPath<>(location.required("_id"), ValueCodecs.LONG);
        this.height = new NumberPath<>(location.field("height"), ValueCodecs.INTEGER);
        this.colour = new StringPath<>(location.field("colour"));
        this.sign = new StringPath<>(location.field("sign"));
    }

    /** Returns a reference, not fetched, to the {@link Door} with the given id. */
    public static Ref<Door> ref(long id) {
        return DoorCodec.TYPE.ref(id);
    }

    /** Returns the id of the {@link Door} that is referred to; null if it is a new one that has none yet. */
    public static @Nullable Long id(Ref<Door> ref) {
        return DoorCodec.TYPE.idIn(ref);
    }

    /** The linked {@link House}. */
    public QHouse.Link<R> house() {
        return new QHouse.Link<>(through(DoorCodec.HOUSE));
    }

    /** The linked {@link House}s. */
    public QHouse.Links<R> otherHouses() {
        return new QHouse.Links<>(through(DoorCodec.OTHER_HOUSES));
    }

    /**
     * A link to {@link Door}.
     *
     * @param <R> the document from which the paths start
     */
    public static final class Link<R> extends QDoor<R> implements LinkPath<R, Door, Long> {
        /** Creates the paths of the document at the given location. */
        public Link(Location<R> location) {
            super(location);
        }
    }

    /**
     * A list of links to {@link Door}.
     *
     * @param <R> the document from which the paths start
     */
    public static final class Links<R> extends NestedLinks<R> implements LinkPath<R, Door, Long> {
        /** Creates the paths of the document at the given location. */
        public Links(Location<R> location) {
            super(location);
        }
    }

    /**
     * Links to {@link Door}, such as those within the values of a list, of a map or of a sealed type.
     *
     * @param <R> the document from which the paths start
     */
    public static class NestedLinks<R> extends QDoor<R> implements FetchPath<R, Door, Long>, LinkListPath<R, Door, QDoor<Door>> {
        /** Creates the paths of the document at the given location. */
        public NestedLinks(Location<R> location) {
            super(location);
        }

        @Override
        public QDoor<Door> linkedPath() {
            return door;
        }
    }
}

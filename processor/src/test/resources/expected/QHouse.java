// Generated from com.example.House; edits are overwritten.
package com.example;

import dev.ligature.link.Ref;
import dev.ligature.path.ComparablePath;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.FetchPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.LinkPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import javax.annotation.processing.Generated;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Typed paths of {@link House}: members are fields, links are methods.
 *
 * @param <R> the document from which the paths start
 */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(House.class)
public class QHouse<R> extends DocumentPath<R, House> {
    /** {@link House} as the root of a query. */
    public static final QHouse<House> house = new QHouse<>(Location.root(HouseCodec.TYPE));

    public final ComparablePath<R, ObjectId> id;

    public final StringPath<R> name;

    public final NumberPath<R, Integer> rooms;

    public final NumberPath<R, Integer> year;

    public final AddressPath<R> address;

    public final ListPath<R, List<String>, String, StringPath<String>> tags;

    /** Creates the paths of the document at the given location. */
    public QHouse(Location<R> location) {
        super(location);
        this.id = new ComparablePath<>(location.required("_id"), ValueCodecs.OBJECT_ID);
        this.name = new StringPath<>(location.required("name"));
        this.rooms = new NumberPath<>(location.required("rooms"), ValueCodecs.INTEGER);
        this.year = new NumberPath<>(location.field("year"), ValueCodecs.INTEGER);
        this.address = new AddressPath<>(location.required("address"));
        this.tags = new ListPath<>(location.required("tags"), HouseCodec.TAGS, ValueCodecs.STRING,
                StringPath::new);
    }

    /** Returns a reference, not fetched, to the {@link House} with the given id. */
    public static Ref<House> ref(ObjectId id) {
        return HouseCodec.TYPE.ref(id);
    }

    /** Returns the id of the {@link House} that is referred to; null if it is a new one that has none yet. */
    public static @Nullable ObjectId id(Ref<House> ref) {
        return HouseCodec.TYPE.idIn(ref);
    }

    /** The linked {@link Door}. */
    public QDoor.Link<R> door() {
        return new QDoor.Link<>(through(HouseCodec.DOOR));
    }

    /** The linked {@link Door}s. */
    public QDoor.Links<R> otherDoors() {
        return new QDoor.Links<>(through(HouseCodec.OTHER_DOORS));
    }

    /** The linked {@link House}. */
    public Link<R> next() {
        return new Link<>(through(HouseCodec.NEXT));
    }

    /** The linked {@link House}s. */
    public Links<R> neighbours() {
        return new Links<>(through(HouseCodec.NEIGHBOURS));
    }

    /**
     * A link to {@link House}.
     *
     * @param <R> the document from which the paths start
     */
    public static final class Link<R> extends QHouse<R> implements LinkPath<R, House, ObjectId> {
        /** Creates the paths of the document at the given location. */
        public Link(Location<R> location) {
            super(location);
        }
    }

    /**
     * A list of links to {@link House}.
     *
     * @param <R> the document from which the paths start
     */
    public static final class Links<R> extends NestedLinks<R> implements LinkPath<R, House, ObjectId> {
        /** Creates the paths of the document at the given location. */
        public Links(Location<R> location) {
            super(location);
        }
    }

    /**
     * Links to {@link House}, such as those within the values of a list, of a map or of a sealed type.
     *
     * @param <R> the document from which the paths start
     */
    public static class NestedLinks<R> extends QHouse<R> implements FetchPath<R, House, ObjectId>, LinkListPath<R, House, QHouse<House>> {
        /** Creates the paths of the document at the given location. */
        public NestedLinks(Location<R> location) {
            super(location);
        }

        @Override
        public QHouse<House> linkedPath() {
            return house;
        }
    }

    /**
     * Typed paths of {@link House.Address}.
     *
     * @param <R> the document from which the paths start
     */
    public static final class AddressPath<R> extends EmbeddedPath<R, House.Address> {
        public final StringPath<R> street;

        public final StringPath<R> city;

        AddressPath(Location<R> location) {
            super(location, HouseCodec.ADDRESS);
            this.street = new StringPath<>(location.required("street"));
            this.city = new StringPath<>(location.optional("city"));
        }
    }
}

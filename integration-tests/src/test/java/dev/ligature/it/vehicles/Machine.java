// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.vehicles;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.annotation.Version;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;

/** The same as {@link Vehicle} as classes of a sealed class, with discriminators that are declared. */
@Document(collection = "machines")
@BsonDiscriminator(key = "_class_id", value = "Machine")
@SuppressWarnings("NullAway") // a new object gets its members one by one
public abstract sealed class Machine permits Machine.Powered, Machine.Ladder {
    public String id;

    @Version
    public long version;

    @Indexed(unique = true)
    public String plate;

    @Link
    public Ref<Owner> owner;

    @BackLink(originalField = "machine", onDelete = OnDelete.RESTRICT)
    public List<BackRef<Job>> jobs = List.of();

    /** The machines with a motor. */
    @BsonDiscriminator("Machine.Powered")
    public abstract static sealed class Powered extends Machine permits Crane, Press {
        public int power;
    }

    @Document(collection = "machines")
    @BsonDiscriminator("Machine.Powered.Crane")
    public static final class Crane extends Powered {
        public int seats;

        @Link
        public Optional<Ref<Hall>> hall = Optional.empty();

        @BackLink(originalField = "crane", onDelete = OnDelete.UNLINK)
        public List<BackRef<Job>> craneJobs = List.of();
    }

    @Document
    @BsonDiscriminator("Machine.Powered.Press")
    public static non-sealed class Press extends Powered {
        public List<String> tags = List.of();

        @Link
        public List<Ref<Hall>> sites = List.of();
    }

    @BsonDiscriminator("Machine.Ladder")
    public static final class Ladder extends Machine {}

    @Document
    @SuppressWarnings("NullAway") // as above
    public static class Owner {
        public String id;
        public String name;

        @BackLink(originalField = "owner", onDelete = OnDelete.CASCADE)
        public List<BackRef<Machine>> machines = List.of();
    }

    @Document
    @SuppressWarnings("NullAway") // as above
    public static class Hall {
        public String id;
        public String city;

        @BackLink(originalField = "hall", onDelete = OnDelete.UNLINK)
        public List<BackRef<Crane>> cranes = List.of();
    }

    @Document
    @SuppressWarnings("NullAway") // as above
    public static class Job {
        public String id;

        @Link
        public Ref<Machine> machine;

        @Link
        public Optional<Ref<Crane>> crane = Optional.empty();

        @Link
        public List<Ref<Powered>> followers = List.of();
    }
}

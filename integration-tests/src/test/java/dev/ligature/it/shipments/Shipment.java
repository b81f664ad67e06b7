// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.shipments;

import dev.ligature.annotation.BackLink;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.OnDelete;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonDiscriminator;

/** Each type embeds a contact; some embed items besides, in a list or in a map. */
@Document(collection = "shipments")
@BsonDiscriminator(key = "kind")
public sealed interface Shipment {
    String id();

    Contact contact();

    @BsonDiscriminator("parcel")
    record Parcel(String id, Contact contact, List<Item> items) implements Shipment {}

    @BsonDiscriminator("pallet")
    record Pallet(String id, Contact contact, Map<String, Item> slots) implements Shipment {}

    @BsonDiscriminator("letter")
    record Letter(String id, Contact contact) implements Shipment {}

    /** Embedded in all types. */
    record Contact(String name, @Link Optional<Ref<Agent>> agent) {}

    /** Embedded in some types. */
    record Item(int count, @Link Ref<Good> good) {}

    @Document
    record Agent(
            String id,
            String name,

            @BackLink(originalField = "contact.agent", onDelete = OnDelete.UNLINK)
            List<BackRef<Shipment>> shipments) {}

    @Document
    record Good(
            String id,
            String name,

            @BackLink(originalField = "items.good", onDelete = OnDelete.RESTRICT)
            List<BackRef<Parcel>> parcels) {}
}

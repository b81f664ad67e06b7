// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** {@link Purchase} as classes, for mappers that take no records. */
@Entity(value = "purchases", useDiscriminator = false)
public class PurchaseBean {
    @Id
    public @Nullable ObjectId id;

    public @Nullable String number;
    public Purchase.@Nullable Status status;
    public @Nullable Instant placed;
    public @Nullable CustomerBean customer;
    public @Nullable AddressBean delivery;
    public @Nullable List<LineBean> lines;
    public double total;

    @Entity(useDiscriminator = false)
    public static class CustomerBean {
        public @Nullable String name;
        public @Nullable String email;
        public boolean business;
        public @Nullable AddressBean address;
    }

    @Entity(useDiscriminator = false)
    public static class AddressBean {
        public @Nullable String street;
        public @Nullable String zip;
        public @Nullable String city;
        public @Nullable CountryBean country;
    }

    @Entity(useDiscriminator = false)
    public static class CountryBean {
        public @Nullable String code;
        public @Nullable String name;
    }

    @Entity(useDiscriminator = false)
    public static class LineBean {
        public @Nullable String sku;
        public @Nullable String title;
        public int quantity;
        public double price;
    }
}

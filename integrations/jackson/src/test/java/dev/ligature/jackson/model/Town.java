// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class with a constructor. */
@Document
public final class Town {
    private final int id;
    private final String name;

    @Link
    private final Ref<Country> country;

    @Link
    private final @Nullable List<Ref<Town>> twins;

    @JsonCreator
    public Town(
            @JsonProperty("id") int id,
            @JsonProperty("name") String name,
            @JsonProperty("country") Ref<Country> country,
            @JsonProperty("twins") @Nullable List<Ref<Town>> twins) {
        this.id = id;
        this.name = name;
        this.country = country;
        this.twins = twins;
    }

    public int getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Ref<Country> getCountry() {
        return country;
    }

    public @Nullable List<Ref<Town>> getTwins() {
        return twins;
    }
}

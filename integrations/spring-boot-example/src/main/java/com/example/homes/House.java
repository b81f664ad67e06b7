// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.annotation.Version;
import dev.ligature.link.Ref;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document
public record House(
        @Nullable ObjectId id,
        @NotBlank String name,
        @Link Ref<Door> door,
        @Link List<Ref<Person>> owners,
        @Version long version) {}

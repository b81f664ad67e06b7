// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document(collection = "houses")
public record House(
        @Nullable ObjectId id, @Indexed String name, @Link Ref<Door> door) {}

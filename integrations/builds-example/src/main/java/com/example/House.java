// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import lombok.Value;
import org.bson.types.ObjectId;

/** A document whose methods Lombok generates, and whose constraints Bean Validation checks. */
@Value
@Document(collection = "houses")
public class House {
    ObjectId id;

    @Indexed
    @NotBlank
    String name;

    @Positive
    int rooms;

    @Link
    Ref<Door> door;
}

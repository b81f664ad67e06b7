// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.annotation.Document;
import jakarta.validation.constraints.Positive;
import org.bson.types.ObjectId;

/** Constraints work on records, too. */
@Document(collection = "doors")
public record Door(ObjectId id, @Positive int height) {}

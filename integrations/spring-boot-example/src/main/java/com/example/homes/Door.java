// SPDX-License-Identifier: Apache-2.0
package com.example.homes;

import dev.ligature.annotation.Document;
import jakarta.validation.constraints.Positive;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document
public record Door(@Nullable ObjectId id, @Positive int height) {}

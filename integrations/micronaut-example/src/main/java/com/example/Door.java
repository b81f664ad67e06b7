// SPDX-License-Identifier: Apache-2.0
package com.example;

import dev.ligature.annotation.Document;
import dev.ligature.annotation.Indexed;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document(collection = "doors")
public record Door(@Nullable ObjectId id, @Indexed int height) {}

// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

@Document
public record Door(@Nullable ObjectId id, int height) {}

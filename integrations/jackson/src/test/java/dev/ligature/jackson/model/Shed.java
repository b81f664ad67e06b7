// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.ligature.annotation.Document;
import org.bson.types.ObjectId;

/** A document whose JSON names its type. */
@Document
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonTypeName("shed")
public record Shed(ObjectId id, int size) {}

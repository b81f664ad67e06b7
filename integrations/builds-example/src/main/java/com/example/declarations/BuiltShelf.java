// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import dev.ligature.annotation.Document;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.bson.types.ObjectId;

/** {@code @Builder}: the builder is left alone, and the constructor is used. */
@Value
@Builder(toBuilder = true)
@Document
public class BuiltShelf {
    ObjectId id;
    String name;

    @Builder.Default
    Set<Wood> woods = Set.of(Wood.OAK);
}

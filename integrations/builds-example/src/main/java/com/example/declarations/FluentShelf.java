// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Document;
import lombok.Getter;
import lombok.Setter;
import lombok.experimental.Accessors;
import org.bson.types.ObjectId;

/** {@code @Accessors(fluent = true)}. */
@Getter
@Setter
@Accessors(fluent = true)
@Document
public class FluentShelf {
    private ObjectId id;
    private Wood wood;

    @Convert(Money.ToCents.class)
    private Money price;
}

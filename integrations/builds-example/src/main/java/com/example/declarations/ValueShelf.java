// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Document;
import java.util.List;
import lombok.Value;
import org.bson.types.ObjectId;

/** {@code @Value}: final members, and a constructor with all of them. */
@Value
@Document
public class ValueShelf {
    ObjectId id;
    Wood wood;

    @Convert(Money.ToCents.class)
    List<Money> offers;

    Size size;

    /** Embedded. */
    @Value
    public static class Size {
        int width;
        int height;
    }
}

// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import dev.ligature.annotation.Convert;
import dev.ligature.annotation.Document;
import dev.ligature.annotation.Link;
import dev.ligature.link.Ref;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lombok.Data;
import org.bson.types.ObjectId;

/** {@code @Data}: getters, setters and a constructor without parameters. */
@Data
@Document
public class DataShelf {
    private ObjectId id;
    private String name = "new";
    private boolean isOpen;
    private Map<Wood, Integer> boards = new EnumMap<>(Wood.class);

    @Convert(Money.ToCents.class)
    private Money price;

    @Link
    private Optional<Ref<ValueShelf>> next = Optional.empty();
}

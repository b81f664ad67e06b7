// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import dev.ligature.annotation.Document;
import java.util.EnumMap;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A class with a map of enum keys, and a value of a sealed type, of which an enum is one. */
@Document
class Shed {
    @Nullable
    ObjectId id;

    Map<Wood, Integer> counts = new EnumMap<>(Wood.class);
    Roof roof = Flat.FELT;

    sealed interface Roof {}

    record Pitched(int angle) implements Roof {}

    enum Flat implements Roof {
        @BsonProperty("felt")
        FELT,
        TIN
    }
}

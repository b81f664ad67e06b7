// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import org.bson.codecs.pojo.annotations.BsonProperty;

/** Most constants are stored by another name. One has the name by which another one is stored. */
enum Wood {
    @BsonProperty("oak")
    OAK,
    @BsonProperty("BEECH")
    ASH,
    @BsonProperty("beech")
    BEECH,
    PINE
}

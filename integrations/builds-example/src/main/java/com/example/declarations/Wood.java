// SPDX-License-Identifier: Apache-2.0
package com.example.declarations;

import org.bson.codecs.pojo.annotations.BsonProperty;

/** Stored by another name, or by its own. */
public enum Wood {
    @BsonProperty("oak")
    OAK,
    ASH
}

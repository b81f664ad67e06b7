// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.enums;

import org.bson.codecs.pojo.annotations.BsonProperty;

/** Constants with bodies and members. */
enum Weight {
    @BsonProperty("light")
    LIGHT(1) {
        @Override
        int kilograms() {
            return factor;
        }
    },
    HEAVY(20) {
        @Override
        int kilograms() {
            return factor * 10;
        }
    };

    final int factor;

    Weight(int factor) {
        this.factor = factor;
    }

    abstract int kilograms();
}

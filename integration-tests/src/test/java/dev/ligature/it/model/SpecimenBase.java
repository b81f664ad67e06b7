// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.model;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Members that are inherited: fields, some with defaults. */
abstract class SpecimenBase {
    public @Nullable ObjectId id;
    public boolean flag = true;
    public byte tiny = 1;
    public short small = 2;
    public int whole = 3;
    public long big = 4;
    public float single = 5;
    public double real = 6;
    public char letter = '7';

    SpecimenBase() {}
}

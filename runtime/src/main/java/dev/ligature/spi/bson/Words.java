// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in bytes, lowest byte first, as BSON has them; and operations on eight bytes at a time. */
final class Words {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private Words() {}

    static int int32(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static long int64(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static void putInt32(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }

    static void putInt64(byte[] bytes, int at, long value) {
        LONGS.set(bytes, at, value);
    }

    /**
     * The position of the first zero, or one after {@code end} if there is none before; eight bytes from {@code end} on
     * must be readable.
     */
    static int zeroFrom(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            long word = int64(bytes, at);
            long zeros = (word - LOWEST_BITS) & ~word & HIGHEST_BITS; // its lowest bit is in the first zero
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    /** Whether bytes are ASCII; eight bytes after them must be readable. */
    static boolean areAscii(byte[] bytes, int from, int size) {
        long seen = 0;
        int at = from;
        int rest = size;
        while (rest >= Long.BYTES) {
            seen |= int64(bytes, at);
            at += Long.BYTES;
            rest -= Long.BYTES;
        }
        seen |= int64(bytes, at) & ~(-1L << (Byte.SIZE * rest));
        return (seen & HIGHEST_BITS) == 0;
    }
}

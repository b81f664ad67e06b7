// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Does to the bytes of a document what discs, networks and other programs do. */
final class DamagedBytes {
    private static final int[] LENGTHS = {
        Integer.MIN_VALUE,
        -1,
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        127,
        255,
        256,
        65_536,
        1 << 24,
        Integer.MAX_VALUE - 8,
        Integer.MAX_VALUE
    };

    private final Random random;

    DamagedBytes(Random random) {
        this.random = random;
    }

    byte[] of(byte[] document) {
        byte[] damaged = document.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private byte[] once(byte[] bytes) {
        return bytes.length < Integer.BYTES
                ? bytes
                : switch (random.nextInt(7)) {
                    case 0 -> flipBits(bytes);
                    case 1 -> truncate(bytes);
                    case 2 -> withLength(truncate(bytes));
                    case 3 -> forgeLength(bytes);
                    case 4 -> withLength(removeBytes(bytes));
                    case 5 -> withLength(repeatBytes(bytes));
                    default -> replaceByte(bytes);
                };
    }

    private byte[] flipBits(byte[] bytes) {
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    private byte[] truncate(byte[] bytes) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    /** Anywhere: it may be the length of something. */
    private byte[] forgeLength(byte[] bytes) {
        int at = random.nextInt(4) == 0 ? 0 : random.nextInt(bytes.length - Integer.BYTES + 1);
        int length = random.nextInt(4) == 0 ? random.nextInt() : LENGTHS[random.nextInt(LENGTHS.length)];
        putInt(bytes, at, random.nextInt(3) == 0 ? bytes[at] + random.nextInt(9) - 4 : length);
        return bytes;
    }

    private byte[] removeBytes(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
        byte[] less = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, less, from, bytes.length - to);
        return less;
    }

    private byte[] repeatBytes(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int size = Math.min(bytes.length - from, 1 + random.nextInt(40));
        byte[] more = Arrays.copyOf(bytes, bytes.length + size);
        System.arraycopy(bytes, from, more, from + size, bytes.length - from);
        return more;
    }

    /** By a small one now and then: it may be the type of something, or the end of a text. */
    private byte[] replaceByte(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(20) : random.nextInt());
        return bytes;
    }

    /** A document whose length is right goes further. */
    private static byte[] withLength(byte[] bytes) {
        if (bytes.length >= Integer.BYTES) {
            putInt(bytes, 0, bytes.length);
        }
        return bytes;
    }

    private static void putInt(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }
}

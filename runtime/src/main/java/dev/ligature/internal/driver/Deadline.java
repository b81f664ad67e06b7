// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import java.time.Duration;

/** When something must have ended, however many commands it takes. */
public final class Deadline {
    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    /** A deadline so long from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The time that is left; zero if there is none. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }

    /** Whether no time is left. */
    public boolean isPast() {
        return at - System.nanoTime() <= 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections of a client's pool that are in use. */
final class CheckedOut implements ConnectionPoolListener {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
        int used = now.incrementAndGet();
        most.accumulateAndGet(used, Math::max);
    }

    @Override
    public void connectionCheckedIn(ConnectionCheckedInEvent event) {
        now.decrementAndGet();
    }

    int count() {
        return now.get();
    }

    /** The most that were in use at once. */
    int most() {
        return most.get();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import java.util.List;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * What BlockHound lets the driver do, wherever and however it is installed: take its own short locks, and make session
 * ids from random numbers, which the system gives without waiting. The embedded server, which runs in the same JVM, may
 * do anything: an error within it would look like a fault of the code under test.
 */
public final class DriverAllowances implements BlockHoundIntegration {
    private static final List<String> LOCKS =
            List.of("checkedWithLock", "checkedWithInterruptibleLock", "withInterruptibleLock", "lockInterruptibly");

    @Override
    public void applyTo(BlockHound.Builder builder) {
        LOCKS.forEach(method -> builder.allowBlockingCallsInside("com.mongodb.internal.Locks", method));
        builder.allowBlockingCallsInside(
                "com.mongodb.internal.session.ServerSessionPool", "createNewServerSessionIdentifier");
        builder.allowBlockingCallsInside("de.bwaldvogel.mongo.wire.MongoDatabaseHandler", "channelRead0");
    }
}

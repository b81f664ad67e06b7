// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import java.util.function.IntConsumer;
import reactor.core.publisher.Operators;

/**
 * Lets the replies to one cursor bring more than is demanded, and more the longer it is read: as many documents as have
 * been demanded by then, but at most {@link Chunks#DOCUMENTS_AHEAD}. The driver alone requests what is demanded, two
 * documents at a time if a stream is taken one by one. What is demanded at once still comes at once, and a consumer that
 * takes ten gets ten. A server ends each reply at 16 MB.
 *
 * <p>The driver looks at the batch size before each command, and sends the next one when all of the last reply has been
 * demanded. So only the rest of one reply is held. For one subscription, whose requests follow one another.
 */
final class ReadAhead {
    /** Some servers end a find for one document after it. */
    private static final int LEAST = 2;

    private final IntConsumer batchSize;
    private long demanded;

    ReadAhead(IntConsumer batchSize) {
        this.batchSize = batchSize;
    }

    /** Sets how many documents the next reply brings, if one is requested. */
    void demand(long more) {
        demanded = Operators.addCap(demanded, more);
        long size = Math.max(more, Math.min(demanded, Chunks.DOCUMENTS_AHEAD));
        batchSize.accept((int) Math.min(Math.max(size, LEAST), Integer.MAX_VALUE));
    }
}

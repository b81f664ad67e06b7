package dev.ligature.internal.driver;

import java.util.function.IntConsumer;
import reactor.core.publisher.Operators;

/**
 * Lets the replies to one cursor bring more than is demanded, the more the longer it is read: as many documents as have been demanded by
 * then, and no more than {@link #MOST}. The driver alone asks for what is demanded, two at a time of a stream that is taken one by
 * one. What is demanded at once still comes at once, and who takes ten gets ten. A server ends each reply at 16 MB.
 *
 * <p>The driver looks at the batch size before each command, and sends the next one when all of the last reply has been demanded: so
 * what is held is the rest of one reply. For one subscription, whose requests follow one another.
 */
final class ReadAhead {
    /** Documents of a reply beyond what is demanded. */
    static final int MOST = 1_000;
    /** A find for one document ends with it, to some servers. */
    private static final int LEAST = 2;

    private final IntConsumer batchSize;
    private long demanded;

    ReadAhead(IntConsumer batchSize) {
        this.batchSize = batchSize;
    }

    /** Says how many documents the next reply is to bring, if one is sent for. */
    void demand(long more) {
        demanded = Operators.addCap(demanded, more);
        long size = Math.max(more, Math.min(demanded, MOST));
        batchSize.accept((int) Math.min(Math.max(size, LEAST), Integer.MAX_VALUE));
    }
}

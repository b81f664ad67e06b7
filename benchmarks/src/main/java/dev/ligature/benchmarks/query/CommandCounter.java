// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Counts what a client sends and what comes back. Safe to use from several threads. */
final class CommandCounter implements CommandListener {
    private final BsonDocumentCodec codec = new BsonDocumentCodec();
    private int commands;
    private int documents;
    private long bytes;

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        commands++;
    }

    @Override
    public synchronized void commandSucceeded(CommandSucceededEvent event) {
        BsonDocument reply = event.getResponse();
        bytes += size(reply);
        if (reply.isDocument("cursor")) {
            BsonDocument cursor = reply.getDocument("cursor");
            documents += cursor.getArray(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch")
                    .size();
        }
    }

    private int size(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.getSize();
    }

    synchronized void clear() {
        commands = 0;
        documents = 0;
        bytes = 0;
    }

    /** What was counted since {@link #clear}. */
    synchronized CommandCounts.Count count(String workload, String contender) {
        return new CommandCounts.Count(workload, contender, commands, documents, bytes, "");
    }
}

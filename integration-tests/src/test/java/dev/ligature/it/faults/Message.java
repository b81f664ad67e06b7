// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message of the wire protocol, whole. Only {@code OP_MSG} is looked into.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">Wire protocol</a>
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
record Message(byte[] bytes) {
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int MORE_TO_COME = 2;

    /** Reads a message; fails with an {@link java.io.EOFException} where the stream ends. */
    static Message read(DataInputStream in) throws IOException {
        byte[] length = new byte[4];
        in.readFully(length);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] bytes = new byte[size];
        System.arraycopy(length, 0, bytes, 0, 4);
        in.readFully(bytes, 4, size - 4);
        return new Message(bytes);
    }

    /** A document by itself: the reply to a request with that id, or a command. */
    static Message of(int requestId, BsonDocument document) {
        BasicOutputBuffer body = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(body)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        byte[] encoded = body.toByteArray();
        ByteBuffer message = ByteBuffer.allocate(HEADER + 5 + encoded.length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity()).putInt(1).putInt(requestId).putInt(OP_MSG);
        message.putInt(0).put((byte) 0).put(encoded);
        return new Message(message.array());
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int requestId() {
        return buffer().getInt(4);
    }

    /** The same message as the reply to another request. */
    Message inReplyTo(int requestId) {
        byte[] copy = bytes.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(8, requestId);
        return new Message(copy);
    }

    /** Whether the sender expects no reply. */
    boolean expectsNoReply() {
        return isOpMsg() && (buffer().getInt(HEADER) & MORE_TO_COME) != 0;
    }

    private boolean isOpMsg() {
        return buffer().getInt(12) == OP_MSG;
    }

    /** The command or reply without its document sequences, or null for other messages than {@code OP_MSG}. */
    @Nullable
    BsonDocument body() {
        if (!isOpMsg()) {
            return null;
        }
        ByteBuffer buffer = buffer();
        int position = HEADER + 4;
        while (buffer.get(position) != 0) { // a document sequence: its size follows
            position += 1 + buffer.getInt(position + 1);
        }
        int size = buffer.getInt(position + 1);
        return new RawBsonDocument(bytes, position + 1, size);
    }
}

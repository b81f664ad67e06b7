// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.bson;

import dev.ligature.spi.bson.BsonSink;
import org.bson.io.BsonInput;
import org.bson.io.BsonInputMark;
import org.bson.io.BsonOutput;
import org.bson.types.ObjectId;

/** The document of a sink, for a writer that pipes it. Such a writer asks for the length, and takes what follows it. */
final class SinkInput implements BsonInput {
    private final BsonSink sink;
    private int position;

    SinkInput(BsonSink sink) {
        this.sink = sink;
    }

    /** Goes back to the beginning, for the next document. */
    void rewind() {
        position = 0;
    }

    @Override
    public int getPosition() {
        return position;
    }

    @Override
    public int readInt32() {
        position += Integer.BYTES;
        return sink.length();
    }

    @Override
    public void pipe(BsonOutput output, int size) {
        output.writeBytes(sink.bytes(), position, size);
        position += size;
    }

    @Override
    public boolean hasRemaining() {
        return position < sink.length();
    }

    @Override
    public void close() {
        // keeps nothing
    }

    @Override
    public byte readByte() {
        throw notAsked();
    }

    @Override
    public void readBytes(byte[] bytes) {
        readBytes(bytes, 0, bytes.length);
    }

    @Override
    public void readBytes(byte[] bytes, int offset, int length) {
        System.arraycopy(sink.bytes(), position, bytes, offset, length);
        position += length;
    }

    @Override
    public long readInt64() {
        throw notAsked();
    }

    @Override
    public double readDouble() {
        throw notAsked();
    }

    @Override
    public String readString() {
        throw notAsked();
    }

    @Override
    public ObjectId readObjectId() {
        throw notAsked();
    }

    @Override
    public String readCString() {
        throw notAsked();
    }

    @Override
    public void skipCString() {
        throw notAsked();
    }

    @Override
    public void skip(int size) {
        position += size;
    }

    @Override
    public BsonInputMark getMark(int readLimit) {
        int marked = position;
        return () -> position = marked;
    }

    private static IllegalStateException notAsked() {
        return new IllegalStateException(
                "a writer that pipes a document asks for its length and its bytes, not for values");
    }
}

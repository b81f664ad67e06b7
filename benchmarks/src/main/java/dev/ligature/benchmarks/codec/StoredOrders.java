// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** One document with its fields in other orders. */
final class StoredOrders {
    private static final int ORDERS = 256;

    private StoredOrders() {}

    static List<byte[]> named(String name, byte[] stored) {
        return switch (name) {
            case "sorted by name" -> List.of(sorted(stored));
            case "in 256 orders" -> shuffled(stored);
            default -> throw new IllegalArgumentException("no order \"" + name + '"');
        };
    }

    /** As servers store what {@code $set} adds: the id comes first. */
    private static byte[] sorted(byte[] stored) {
        List<String> names = names(stored);
        names.sort(Comparator.comparing((String name) -> !name.equals("_id")).thenComparing(Comparator.naturalOrder()));
        return inOrder(stored, names);
    }

    /** The same ones in every JVM. */
    private static List<byte[]> shuffled(byte[] stored) {
        Random random = new Random(1);
        List<String> names = names(stored);
        List<byte[]> documents = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(names, random);
            documents.add(inOrder(stored, names));
        }
        return documents;
    }

    private static List<String> names(byte[] stored) {
        return new ArrayList<>(new RawBsonDocument(stored).keySet());
    }

    private static byte[] inOrder(byte[] stored, List<String> names) {
        RawBsonDocument document = new RawBsonDocument(stored);
        BsonDocument ordered = new BsonDocument();
        names.forEach(name -> ordered.append(name, document.get(name)));
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, ordered, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }
}

package com.example;

import com.mongodb.MongoClientSettings;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Writes a house and reads it again, with the generated codec. */
public final class RoundTrip {
    private RoundTrip() {}

    public static void main(String[] arguments) {
        HouseCodec codec = new HouseCodec(MongoClientSettings.getDefaultCodecRegistry());
        House house = new House(
                "oak",
                "Oak",
                Optional.of(new House.Address("Elm Street", 1)),
                QDoor.ref("front"),
                List.of(QDoor.ref("back"), QDoor.ref("cellar")));
        BsonDocument stored = new BsonDocument();
        codec.encode(new BsonDocumentWriter(stored), house, EncoderContext.builder().build());

        House read = codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build());

        if (!read.equals(house)) {
            throw new AssertionError(stored + " was read as " + read);
        }
        System.out.println(read + ", found by " + QHouse.house.door().id.eq(QDoor.id(read.door())));
    }
}

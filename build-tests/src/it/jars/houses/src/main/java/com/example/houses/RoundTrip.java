package com.example.houses;

import com.example.doors.QDoor;
import com.mongodb.MongoClientSettings;
import dev.ligature.path.Condition;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Writes a house and reads it again; its door is a document of another jar. */
public final class RoundTrip {
    private RoundTrip() {}

    public static void main(String[] arguments) {
        HouseCodec codec = new HouseCodec(MongoClientSettings.getDefaultCodecRegistry());
        House house = new House("oak", QDoor.ref("front"));
        BsonDocument stored = new BsonDocument();
        codec.encode(new BsonDocumentWriter(stored), house, EncoderContext.builder().build());

        House read = codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build());

        Condition<House> high = QHouse.house.door().height.gt(2);
        if (!read.equals(house) || high == null) {
            throw new AssertionError(stored + " was read as " + read);
        }
    }
}

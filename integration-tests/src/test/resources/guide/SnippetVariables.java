package com.example;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Transactions;
import java.util.List;
import org.bson.types.ObjectId;
import org.slf4j.Logger;

/** What a block of statements in the guide may use without a word. */
abstract class SnippetVariables {
    MongoClient client;
    MongoDatabase database;
    Transactions transactions;

    HouseRepository houses;
    DoorRepository doors;
    WindowRepository windows;
    YardRepository yards;
    PersonRepository persons;

    House oak;
    House ash;
    Person ada;
    Person grace;
    Door oldDoor;
    Door newDoor;
    Window bay;
    Window skylight;
    Yard backyard;

    ObjectId houseId;
    ObjectId doorId;
    ObjectId windowId;
    ObjectId yardId;
    ObjectId personId;
    List<ObjectId> houseIds;

    String token;
    Logger log;
}

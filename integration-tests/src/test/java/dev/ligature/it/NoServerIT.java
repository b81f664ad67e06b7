// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.OperationException;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.link.Ref;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.test.StepVerifier;

/** Where there is no server, every operation says so in time. */
class NoServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Stream<Publisher<?>> operations(HouseRepository houses) {
        House oak = House.of("Oak", Ref.to(new ObjectId()));
        return Stream.of(
                houses.findAll(),
                houses.find(house.door().height.eq(1)).all(),
                houses.find().fetchLinks().first(),
                houses.find().ids(),
                houses.count(),
                houses.existsById(new ObjectId()),
                houses.insert(oak),
                houses.saveAll(List.of(oak)),
                houses.find().update(house.rooms.inc(1)),
                houses.deleteById(new ObjectId()),
                houses.createIndexes());
    }

    private static void allFail(HouseRepository houses, Class<? extends Throwable> cause) {
        operations(houses).forEach(operation -> StepVerifier.create(operation)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(OperationException.class)
                        .hasMessageMatching("(House|Door): \\w+ in \"(houses|doors)\" failed: (?s:.+)")
                        .hasCauseInstanceOf(cause))
                .verify(PATIENCE));
    }

    @Test
    void wrapsTheErrorOfAClosedClient() {
        MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/");
        HouseRepository houses = new HouseRepository(client.getDatabase("any"));
        client.close();

        allFail(houses, IllegalStateException.class);
    }

    @Test
    void failsAfterTheDriversTimeoutWhereNoServerIs() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        String uri = "mongodb://127.0.0.1:" + nobody + "/?serverSelectionTimeoutMS=200";
        try (MongoClient client = MongoClients.create(uri)) {
            allFail(new HouseRepository(client.getDatabase("any")), MongoTimeoutException.class);
        }
    }
}

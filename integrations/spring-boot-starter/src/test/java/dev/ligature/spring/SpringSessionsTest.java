// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.TransactionsNotSupportedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Which servers have transactions, as far as the driver knows. */
class SpringSessionsTest {
    private final ClientSession session = mock(ClientSession.class);

    private SpringSessions on(ClusterConnectionMode mode, ClusterType cluster, ServerType server) {
        MongoClient client = mock(MongoClient.class);
        ServerDescription known = ServerDescription.builder()
                .address(new ServerAddress())
                .state(ServerConnectionState.CONNECTED)
                .ok(true)
                .type(server)
                .build();
        when(client.getClusterDescription()).thenReturn(new ClusterDescription(mode, cluster, List.of(known)));
        return new SpringSessions(client) {
            @Override
            Mono<ClientSession> bound() {
                return Mono.just(session);
            }
        };
    }

    @Test
    void hasThemBehindALoadBalancer() {
        SpringSessions sessions =
                on(ClusterConnectionMode.LOAD_BALANCED, ClusterType.LOAD_BALANCED, ServerType.LOAD_BALANCER);

        assertThat(sessions.session().block()).isSameAs(session);
    }

    @Test
    void hasNoneOnAServerThatStandsAlone() {
        SpringSessions sessions = on(ClusterConnectionMode.SINGLE, ClusterType.STANDALONE, ServerType.STANDALONE);

        assertThatThrownBy(() -> sessions.session().block()).isInstanceOf(TransactionsNotSupportedException.class);
    }
}

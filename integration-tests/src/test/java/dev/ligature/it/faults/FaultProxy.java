// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the driver and a server and does to commands what {@link Faults} says. It forwards whole messages, one command
 * at a time for each connection, as drivers send them.
 *
 * <p>A server replays the reply of a retryable write, or of a commit, that it is sent a second time. The engine of the development
 * machine does not, so the proxy does it for it (see {@link Replays}): without that, a retry would be a second write.
 */
final class FaultProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final Faults faults;
    private final Replays replays = new Replays();
    private final OpenTransactions transactions = new OpenTransactions();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listener;
    private volatile boolean isClosed;

    /** A proxy before the first host of a connection string. */
    FaultProxy(ConnectionString server, Faults faults) throws IOException {
        this.server =
                MongoClientSettings.builder()
                        .applyConnectionString(server)
                        .build()
                        .getClusterSettings()
                        .getHosts()
                        .stream()
                        .map(host -> new InetSocketAddress(host.getHost(), host.getPort()))
                        .findFirst()
                        .orElseThrow();
        this.faults = faults;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        return socket;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Where clients connect. */
    String connectionString() {
        return "mongodb://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/";
    }

    /** The transactions that clients have begun and not ended, as far as the server has answered. */
    OpenTransactions transactions() {
        return transactions;
    }

    /** How many replies a client has got a second time, whose first one was lost. */
    long repliesRepeated() {
        return replays.repeated();
    }

    /** Connections of clients that are open now. */
    int openConnections() {
        return connections.size();
    }

    private void accept(ServerSocket socket) {
        daemon(
                        () -> {
                            try {
                                while (true) {
                                    Socket client = socket.accept();
                                    client.setTcpNoDelay(true);
                                    connections.add(client);
                                    daemon(() -> serve(client), "fault-proxy").start();
                                }
                            } catch (IOException e) {
                                // refusing connections, or closed
                            }
                        },
                        "fault-accept")
                .start();
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket()) {
            upstream.setTcpNoDelay(true);
            upstream.connect(server);
            Connection connection = new Connection(client, upstream);
            while (connection.forward()) {
                // the next one
            }
        } catch (IOException e) {
            // one side has gone, so the other goes
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }

    /** One connection of a client and the one to the server that belongs to it. */
    private final class Connection {
        private final Socket client;
        private final DataInputStream fromClient;
        private final OutputStream toClient;
        private final DataInputStream fromServer;
        private final OutputStream toServer;

        Connection(Socket client, Socket upstream) throws IOException {
            this.client = client;
            this.fromClient = new DataInputStream(new BufferedInputStream(client.getInputStream(), 1 << 16));
            this.toClient = client.getOutputStream();
            this.fromServer = new DataInputStream(new BufferedInputStream(upstream.getInputStream(), 1 << 16));
            this.toServer = upstream.getOutputStream();
        }

        /** Handles one command; false when the connection is to end. */
        boolean forward() throws IOException, InterruptedException {
            Message request = Message.read(fromClient);
            BsonDocument command = request.body();
            Fault fault = command == null ? null : faults.next(command);
            if (fault instanceof Fault.Delay delay) {
                Thread.sleep(delay.duration().toMillis());
                if (!endsTransaction(command) && hasGone()) {
                    return false; // MongoDB ends what it does for a client that has gone, and the engine does not
                }
            } else if (fault instanceof Fault.CutBefore) {
                return false;
            } else if (fault instanceof Fault.Reset) {
                client.setSoLinger(true, 0);
                return false;
            } else if (fault instanceof Fault.FailOver failOver) {
                refuse(failOver.duration(), client);
                return false;
            } else if (fault instanceof Fault.BlackHole) {
                while (fromClient.read() >= 0) {
                    // until the client gives up
                }
                return false;
            } else if (fault instanceof Fault.ServerError error) {
                if (error.endsTransaction() && command != null && command.containsKey("autocommit")) {
                    abort(request.requestId(), command);
                }
                toClient.write(Message.of(request.requestId(), document(error)).bytes());
                return true;
            }
            Message reply = execute(request, command);
            if (fault instanceof Fault.CutAfter) {
                return false;
            }
            if (reply != null) {
                toClient.write(reply.bytes());
            }
            return true;
        }

        /**
         * Such a command is executed even if its client has gone. MongoDB ends a transaction after a time if it gets none,
         * and the engine does not.
         */
        private static boolean endsTransaction(@Nullable BsonDocument command) {
            return command != null
                    && Set.of("abortTransaction", "commitTransaction").contains(command.getFirstKey());
        }

        /** Whether the client has ended the connection, or the connection was cut. */
        private boolean hasGone() throws IOException {
            if (client.isClosed()) {
                return true;
            }
            client.setSoTimeout(1);
            fromClient.mark(1);
            try {
                if (fromClient.read() < 0) {
                    return true;
                }
                fromClient.reset();
                return false;
            } catch (SocketTimeoutException e) {
                return false; // it waits
            } finally {
                if (!client.isClosed()) {
                    client.setSoTimeout(0);
                }
            }
        }

        /** A server that says so has ended the transaction, so the one behind has to. */
        private void abort(int requestId, BsonDocument command) throws IOException {
            BsonDocument abort = new BsonDocument("abortTransaction", new BsonInt32(1));
            for (String name : List.of("lsid", "txnNumber", "autocommit")) {
                if (command.containsKey(name)) {
                    abort.append(name, command.get(name));
                }
            }
            abort.append("$db", new BsonString("admin"));
            synchronized (transactions.turn(abort)) {
                toServer.write(Message.of(requestId, abort).bytes());
                transactions.note(abort, Message.read(fromServer).body());
            }
        }

        private @Nullable Message execute(Message request, @Nullable BsonDocument command) throws IOException {
            Message known = command == null ? null : replays.of(command);
            if (known != null) {
                return known.inReplyTo(request.requestId());
            }
            synchronized (transactions.turn(command)) {
                toServer.write(request.bytes());
                if (request.expectsNoReply()) {
                    return null;
                }
                Message reply = Message.read(fromServer);
                if (command != null) {
                    BsonDocument answer = reply.body();
                    replays.remember(command, reply, answer);
                    transactions.note(command, answer);
                }
                return reply;
            }
        }
    }

    private static BsonDocument document(Fault.ServerError error) {
        BsonArray labels = new BsonArray();
        error.labels().forEach(label -> labels.add(new BsonString(label)));
        return new BsonDocument("ok", new BsonDouble(0))
                .append("code", new BsonInt32(error.code()))
                .append("codeName", new BsonString(error.name()))
                .append("errmsg", new BsonString("made up by the proxy: " + error.name()))
                .append("errorLabels", labels);
    }

    /** Ends all connections and accepts no new ones for a while. */
    void refuse(Duration duration) throws IOException {
        refuse(duration, null);
    }

    /** The last one is left to be ended by the caller: whose command it is learns of the end when there is nothing left to try. */
    private synchronized void refuse(Duration duration, @Nullable Socket last) throws IOException {
        if (isClosed || listener.isClosed()) {
            return; // it is refusing already
        }
        listener.close();
        cutAllBut(last);
        acceptAgainAfter(duration);
    }

    private void acceptAgainAfter(Duration duration) {
        daemon(
                        () -> {
                            try {
                                Thread.sleep(duration.toMillis());
                                acceptAgain();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "fault-timer")
                .start();
    }

    private synchronized void acceptAgain() {
        if (isClosed) {
            return;
        }
        try {
            listener = listen(port);
            accept(listener);
        } catch (IOException e) {
            acceptAgainAfter(Duration.ofMillis(50)); // the port is not free yet
        }
    }

    /** Ends all connections that are open now. */
    void cutAll() {
        cutAllBut(null);
    }

    private void cutAllBut(@Nullable Socket last) {
        for (Socket connection : connections) {
            if (connection != last) {
                closeQuietly(connection);
            }
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // it is to be gone, and it is
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        closeQuietly(listener);
        cutAll();
    }
}

package dateline.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Where the tests' broker and node come from. */
enum Way {
    DOCKER,
    LOCAL;

    private static final int CONNECT_MILLIS = 1000;

    static Way chosen() {
        return forced().orElseGet(() -> dockerAnswers() ? DOCKER : LOCAL);
    }

    private static Optional<Way> forced() {
        var value = System.getProperty("dateline.test.backends", System.getenv("DATELINE_TEST_BACKENDS"));
        return switch (value) {
            case null -> Optional.empty();
            case "docker" -> Optional.of(DOCKER);
            case "local" -> Optional.of(LOCAL);
            default ->
                throw new IllegalStateException("DATELINE_TEST_BACKENDS is docker or local, not \"" + value + "\"");
        };
    }

    /**
     * Testcontainers tries every kind of engine, with long timeouts and pages of warnings, before it says that there is
     * none; so it is only asked once somebody listens.
     */
    private static boolean dockerAnswers() {
        return addresses().anyMatch(Way::accepts)
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Stream<String> addresses() {
        var home = System.getProperty("user.home");
        return Stream.of(
                        Optional.ofNullable(System.getenv("DOCKER_HOST")),
                        Optional.of("unix:///var/run/docker.sock"),
                        Optional.of("unix://" + home + "/.docker/run/docker.sock"),
                        Optional.of("unix://" + home + "/.docker/desktop/docker.sock"),
                        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                                .map(folder -> "unix://" + folder + "/docker.sock"))
                .flatMap(Optional::stream);
    }

    private static boolean accepts(String address) {
        var uri = URI.create(address);
        try {
            if (uri.getHost() != null) {
                try (var socket = new Socket()) {
                    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
                    return true;
                }
            }
            SocketAddress socketFile = UnixDomainSocketAddress.of(Path.of(uri.getPath()));
            try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                return channel.connect(socketFile);
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}

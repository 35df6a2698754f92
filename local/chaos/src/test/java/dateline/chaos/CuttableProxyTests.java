package dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CuttableProxyTests {
    private ServerSocket echo;
    private CuttableProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket socket = echo.accept();
                    Thread.ofVirtual().start(() -> repeat(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
        proxy = CuttableProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The test has closed it.
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static int echoed(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        return socket.getInputStream().read();
    }

    @Test
    void whatIsSentComesThrough() throws IOException {
        try (Socket socket = connected()) {
            assertThat(echoed(socket)).isEqualTo('x');
        }
    }

    @Test
    void aCutEndsConnectionsAndOpeningItLetsNewOnesThrough() throws IOException {
        try (Socket socket = connected()) {
            assertThat(echoed(socket)).isEqualTo('x');
            proxy.cut();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        proxy.open();
        try (Socket socket = connected()) {
            assertThat(echoed(socket)).isEqualTo('x');
        }
    }

    @Test
    void aStallHoldsBackWhatIsSentUntilItIsOver() throws IOException {
        try (Socket socket = connected()) {
            assertThat(echoed(socket)).isEqualTo('x');
            proxy.stall();
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> echoed(socket)).isInstanceOf(SocketTimeoutException.class);
            proxy.open();
            socket.setSoTimeout(5000);
            assertThat(socket.getInputStream().read()).isEqualTo('x');
        }
    }
}

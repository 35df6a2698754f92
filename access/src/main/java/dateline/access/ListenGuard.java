package dateline.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Sees to it that a service that asks nobody who they are can be reached from its own machine only. */
final class ListenGuard {
    private ListenGuard() {}

    /** The service would be open to the network; the message says what to set. */
    static final class OpenToTheNetwork extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        OpenToTheNetwork(String property, String address) {
            super(property + "=" + address + " is reachable from other machines, and no credentials are configured: set"
                    + " DATELINE_ACCESS_KEY_FILE or DATELINE_ACCESS_KEYS (./dateline key makes a key), or"
                    + " spring.security.oauth2.client for sign-in, or listen on 127.0.0.1");
        }
    }

    /**
     * Refuses to go on if the service would be open to the network.
     *
     * @throws OpenToTheNetwork in that case
     */
    static void check(Credentials credentials, Environment environment) {
        if (credentials.signIn() || !credentials.keys().isEmpty()) {
            return;
        }
        check("server.address", environment.getProperty("server.address"));
        if (environment.getProperty("management.server.port") != null) {
            check("management.server.address", environment.getProperty("management.server.address"));
        }
    }

    private static void check(String property, @Nullable String address) {
        if (address == null || address.isBlank()) {
            throw new OpenToTheNetwork(property, "(all)");
        }
        if (!isLoopback(address.strip())) {
            throw new OpenToTheNetwork(property, address.strip());
        }
    }

    private static boolean isLoopback(String address) {
        try {
            for (InetAddress each : InetAddress.getAllByName(address)) {
                if (!each.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

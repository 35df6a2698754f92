package dateline.ingest.fetch;

import dateline.contract.net.PublicAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks hosts up and keeps only public addresses. The client connects to the addresses returned here and asks anew on
 * every hop, also for literal addresses, so neither a redirect nor a name that changes its mind between check and
 * connect gets by.
 */
final class GuardedDnsResolver implements DnsResolver {
    /** The look-up itself. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final Set<String> allowedHosts;
    private final Duration timeout;
    private final ExecutorService threads;

    /** Look-ups run on {@code threads} because the system's resolver can neither be interrupted nor told a timeout. */
    GuardedDnsResolver(Lookup lookup, List<String> allowedHosts, Duration timeout, ExecutorService threads) {
        this.lookup = lookup;
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.timeout = timeout;
        this.threads = threads;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT);
        boolean allowed = allowedHosts.contains(name) || allowedHosts.contains(name + ":" + port);
        return Arrays.stream(addresses(host, allowed))
                .map(address -> new InetSocketAddress(address, Math.max(port, 0)))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return addresses(host, allowedHosts.contains(host.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] addresses(String host, boolean allowed) throws UnknownHostException {
        InetAddress[] all = lookUp(host);
        if (allowed) {
            return all;
        }
        InetAddress[] open = Arrays.stream(all).filter(PublicAddress::isPublic).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new RefusedAddress(host + " has no public address");
        }
        return open;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        Future<InetAddress[]> answer = threads.submit(() -> lookup.addresses(host));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw unknown(host + " could not be looked up", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unknown("looking up " + host + " took longer than " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("looking up " + host + " was interrupted", e);
        }
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException exception = new UnknownHostException(message);
        exception.initCause(cause);
        return exception;
    }
}

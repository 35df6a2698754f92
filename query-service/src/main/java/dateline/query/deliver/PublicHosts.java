package dateline.query.deliver;

import dateline.contract.net.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks hosts up and keeps only public addresses, so that nobody has Dateline talk to the network it runs in. The client
 * connects to the very addresses returned here, so a name that changes its mind between check and connect gets nowhere.
 */
final class PublicHosts implements DnsResolver {
    private final Set<String> allowed;

    /**
     * Takes whom to trust.
     *
     * @param allowed hosts that may have any address
     */
    PublicHosts(List<String> allowed) {
        this.allowed = allowed.stream()
                .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The host has no public address. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host + " has no public address");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (allowed.contains(host.toLowerCase(Locale.ROOT))) {
            return all;
        }
        InetAddress[] open = Arrays.stream(all).filter(PublicAddress::isPublic).toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new NotPublic(host);
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

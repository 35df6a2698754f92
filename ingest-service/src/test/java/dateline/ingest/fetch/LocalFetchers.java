package dateline.ingest.fetch;

import java.net.InetAddress;

/** Fetchers for tests: every name under {@code .test} is this machine, so that tests can have many sites. */
public final class LocalFetchers {
    private LocalFetchers() {}

    public static Fetcher create(FetchProperties properties) {
        return new Fetcher(
                properties,
                host -> host.endsWith(".test")
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : InetAddress.getAllByName(host));
    }
}

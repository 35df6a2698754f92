package dateline.ingest.fetch;

import dateline.contract.CanonicalUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches documents over HTTP from public addresses. A call blocks its (virtual) thread until the answer is complete, or
 * at most until the request's deadline; it throws nothing. Who calls sees to the pause between requests, see
 * {@link HostLanes}.
 */
@Component
public final class Fetcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final int ERROR_BODY = 64 * 1024;

    private final FetchProperties properties;
    private final CloseableHttpClient client;
    private final ExecutorService lookups;
    private final ScheduledThreadPoolExecutor deadlines;

    @Autowired
    public Fetcher(FetchProperties properties) {
        this(properties, InetAddress::getAllByName);
    }

    Fetcher(FetchProperties properties, GuardedDnsResolver.Lookup lookup) {
        this.properties = properties;
        // Platform threads: a look-up blocks in native code and would hold the virtual threads' carriers.
        this.lookups = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("dns-", 0).daemon().factory());
        this.client = HttpClients.create(
                properties,
                new GuardedDnsResolver(lookup, properties.allowedHosts(), properties.connectTimeout(), lookups));
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("fetch-deadlines").daemon().factory());
        this.deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Fetches a document, following redirects. */
    public Fetched fetch(FetchRequest request) {
        Attempt attempt = new Attempt();
        Future<?> timer = deadlines.schedule(attempt::expire, request.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return follow(request, attempt);
        } catch (IOException | HttpException | RuntimeException e) {
            return attempt.expired()
                    ? new Fetched.Failure(
                            FetchError.TIMEOUT,
                            "not complete after " + request.deadline().toMillis() / 1000.0 + " s")
                    : failure(e);
        } finally {
            timer.cancel(false);
        }
    }

    private Fetched follow(FetchRequest request, Attempt attempt) throws IOException, HttpException {
        URI url = uri(request.url());
        Set<URI> visited = new HashSet<>();
        String movedTo = null;
        boolean onlyPermanent = true;
        for (int hop = 0; hop <= properties.maxRedirects(); hop++) {
            visited.add(url);
            HttpUriRequestBase get = message(url, request);
            attempt.begin(get);
            String location;
            int status;
            ClassicHttpResponse response = client.executeOpen(HttpHost.create(url), get, null);
            try {
                status = response.getCode();
                location = redirectTarget(status, response, request);
                if (location == null) {
                    return answer(url, response, movedTo);
                }
            } finally {
                drop(get, response);
            }
            URI next = uri(StringUtil.resolve(url.toString(), location));
            if ("https".equals(url.getScheme()) && "http".equals(next.getScheme())) {
                return new Fetched.Failure(FetchError.REDIRECT, "redirect from https to " + next);
            }
            if (visited.contains(next)) {
                return new Fetched.Failure(FetchError.REDIRECT, "redirects go in a circle at " + next);
            }
            onlyPermanent &= status == 301 || status == 308;
            movedTo = onlyPermanent ? next.toString() : movedTo;
            url = next;
        }
        return new Fetched.Failure(
                FetchError.REDIRECT, "more than " + properties.maxRedirects() + " redirects, last to " + url);
    }

    /**
     * Closing alone would read what is left of a body, which may have no end. Of a body read to its end, the connection
     * is back in the pool already, and cancelling does nothing.
     */
    private static void drop(HttpUriRequestBase get, ClassicHttpResponse response) {
        get.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.trace("Connection dropped", e);
        }
    }

    private HttpUriRequestBase message(URI url, FetchRequest request) {
        HttpUriRequestBase get = request.form() == null ? new HttpGet(url) : new HttpPost(url);
        if (request.form() != null) {
            get.setEntity(new StringEntity(request.form(), ContentType.APPLICATION_FORM_URLENCODED));
        }
        get.setHeader(HttpHeaders.USER_AGENT, properties.userAgent());
        get.setHeader(HttpHeaders.ACCEPT, request.accept());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        // The validators stay with redirects within feeds too: they belong to the document, wherever it is kept.
        if (request.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, request.etag());
        }
        if (request.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
        }
        return get;
    }

    private Fetched.Answer answer(URI url, ClassicHttpResponse response, @Nullable String movedTo) throws IOException {
        int status = response.getCode();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            String value = header.getValue();
            if (value != null) {
                headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(value);
            }
        }
        ResponseHeaders seen = new ResponseHeaders(headers);
        HttpEntity entity = response.getEntity();
        boolean success = status / 100 == 2;
        long max = success ? properties.maxBody().toBytes() : ERROR_BODY;
        byte[] body = entity == null
                ? new byte[0]
                : CappedBody.read(entity.getContent(), seen.first(HttpHeaders.CONTENT_ENCODING), max, success);
        return new Fetched.Answer(url.toString(), status, seen, body, movedTo);
    }

    private static @Nullable String redirectTarget(int status, ClassicHttpResponse response, FetchRequest request) {
        boolean kept = status == 307 || status == 308;
        boolean redirect = kept || request.form() == null && (status == 301 || status == 302 || status == 303);
        Header location = redirect ? response.getFirstHeader(HttpHeaders.LOCATION) : null;
        String value = location == null ? null : location.getValue();
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** What java.net.URI will take: what people write into feeds is often not escaped. */
    private static URI uri(String text) throws BadUrl {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            uri = escaped(text);
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            uri = escaped(text);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new BadUrl("not an http or https URL: " + text);
        }
        // Mail and the like listen below 1024; no site serves its news there.
        int port = uri.getPort();
        if (port >= 0 && port < 1024 && port != 80 && port != 443) {
            throw new BadUrl("port " + port + " is not one of the web");
        }
        return uri;
    }

    private static URI escaped(String text) throws BadUrl {
        try {
            return new URI(CanonicalUrl.of(text).value());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new BadUrl("not a URL that can be fetched: " + e.getMessage());
        }
    }

    private static Fetched.Failure failure(Exception e) {
        FetchError error = switch (e) {
            case BadUrl _ -> FetchError.BAD_URL;
            case RefusedAddress _ -> FetchError.REFUSED_ADDRESS;
            case UnknownHostException _ -> FetchError.UNKNOWN_HOST;
            case CappedBody.TooLarge _, MessageConstraintException _ -> FetchError.TOO_LARGE;
            case SocketTimeoutException _ -> FetchError.TIMEOUT;
            case SSLException _ -> FetchError.TLS;
            case ZipException _, HttpException _ -> FetchError.PROTOCOL;
            default -> FetchError.CONNECTION;
        };
        String message = e.getMessage();
        return new Fetched.Failure(error, message == null ? e.getClass().getSimpleName() : message);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        lookups.shutdownNow();
        client.close();
    }

    private static final class BadUrl extends IOException {
        private static final long serialVersionUID = 1L;

        BadUrl(String message) {
            super(message);
        }
    }

    /** The request under way, so that the timer can end it wherever it stands. */
    private static final class Attempt {
        private @Nullable HttpUriRequestBase current;
        private boolean expired;

        synchronized void begin(HttpUriRequestBase get) throws IOException {
            if (expired) {
                throw new SocketTimeoutException("deadline passed");
            }
            current = get;
        }

        synchronized void expire() {
            expired = true;
            if (current != null) {
                current.cancel();
            }
        }

        synchronized boolean expired() {
            return expired;
        }
    }
}

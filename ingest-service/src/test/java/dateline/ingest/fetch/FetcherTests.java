package dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FetcherTests {
    private static final Duration LONG = Duration.ofSeconds(20);

    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FetchProperties properties(String... allowed) {
        return new FetchProperties(
                "TestReader/1.0 (+https://example.org/bot)",
                Duration.ZERO,
                Map.of(),
                8,
                LONG,
                LONG,
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(10),
                5,
                List.of(allowed));
    }

    private Fetched fetch(String url) throws IOException {
        return fetch(url, LONG);
    }

    private Fetched fetch(String url, Duration deadline) throws IOException {
        try (Fetcher fetcher = new Fetcher(properties("127.0.0.1:" + server.port()))) {
            return fetcher.fetch(FetchRequest.feed(url, null, null, deadline));
        }
    }

    private static Fetched.Answer answer(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        return (Fetched.Answer) fetched;
    }

    private static FetchError error(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Failure.class);
        return ((Fetched.Failure) fetched).error();
    }

    @Test
    void aDocumentComesWithItsHeadersAndSaysWhoAsks() throws IOException {
        server.on(
                "/feed",
                exchange -> FaultServer.answer(
                                200, exchange.getRequestHeaders().getFirst("User-Agent"), "ETag", "\"1\"")
                        .answer(exchange));
        Fetched.Answer answer = answer(fetch(server.url("/feed")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("TestReader/1.0 (+https://example.org/bot)");
        assertThat(answer.headers().first("etag")).isEqualTo("\"1\"");
        assertThat(answer.movedTo()).isNull();
    }

    @Test
    void validatorsAreSentAndNotModifiedHasNoBody() throws IOException {
        server.on("/feed", exchange -> {
            boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "then".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            FaultServer.answer(same ? 304 : 200, "").answer(exchange);
        });
        try (Fetcher fetcher = new Fetcher(properties("127.0.0.1"))) {
            Fetched fetched = fetcher.fetch(FetchRequest.feed(server.url("/feed"), "\"1\"", "then", LONG));
            assertThat(answer(fetched).status()).isEqualTo(304);
            assertThat(answer(fetched).body()).isEmpty();
        }
    }

    @Test
    void aCompressedBodyIsUnpackedWhetherOrNotItIsDeclared() throws IOException {
        byte[] zipped = FaultServer.gzip("<rss/>".getBytes(StandardCharsets.UTF_8));
        server.on("/declared", FaultServer.answer(200, zipped, "Content-Encoding", "gzip"));
        server.on("/undeclared", FaultServer.answer(200, zipped));
        assertThat(answer(fetch(server.url("/declared"))).body()).asString().isEqualTo("<rss/>");
        assertThat(answer(fetch(server.url("/undeclared"))).body()).asString().isEqualTo("<rss/>");
    }

    @Test
    void aSlowDripEndsAtTheDeadline() throws IOException {
        server.on("/drip", server.drip());
        long start = System.nanoTime();
        assertThat(error(fetch(server.url("/drip"), Duration.ofSeconds(1)))).isEqualTo(FetchError.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadline() throws IOException {
        server.on("/silent", exchange -> Thread.sleep(30_000));
        assertThat(error(fetch(server.url("/silent"), Duration.ofSeconds(1)))).isEqualTo(FetchError.TIMEOUT);
    }

    @Test
    void anEndlessBodyEndsAtTheCap() throws IOException {
        server.on("/endless", server.endless());
        assertThat(error(fetch(server.url("/endless")))).isEqualTo(FetchError.TOO_LARGE);
    }

    @Test
    void aGzipBombIsNotUnpacked() throws IOException {
        byte[] bomb = FaultServer.gzip(new byte[200 * 1024 * 1024]);
        server.on("/bomb", FaultServer.answer(200, bomb, "Content-Encoding", "gzip"));
        server.on("/disguised", FaultServer.answer(200, bomb));
        assertThat(error(fetch(server.url("/bomb")))).isEqualTo(FetchError.TOO_LARGE);
        assertThat(error(fetch(server.url("/disguised")))).isEqualTo(FetchError.TOO_LARGE);
    }

    @Test
    void hugeHeadersAreRefused() throws IOException {
        server.on("/headers", FaultServer.answer(200, "x", "X-Long", "a".repeat(100_000)));
        assertThat(error(fetch(server.url("/headers")))).isEqualTo(FetchError.TOO_LARGE);
    }

    @Test
    void damagedCompressionIsAFailureAndNotHalfADocument() throws IOException {
        byte[] zipped = FaultServer.gzip("x".repeat(5000).getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(zipped, zipped.length / 2);
        server.on("/half", FaultServer.answer(200, half, "Content-Encoding", "gzip"));
        assertThat(fetch(server.url("/half"))).isInstanceOf(Fetched.Failure.class);
    }

    @Test
    void redirectsThatGoInACircleAreGivenUp() throws IOException {
        server.on("/a", FaultServer.redirect(302, "/b"));
        server.on("/b", FaultServer.redirect(302, "/a"));
        assertThat(error(fetch(server.url("/a")))).isEqualTo(FetchError.REDIRECT);
        assertThat(server.requests()).containsExactly("/a", "/b");
    }

    @Test
    void redirectsWithoutEndAreGivenUp() throws IOException {
        server.on(
                "/next/",
                exchange -> FaultServer.redirect(302, exchange.getRequestURI().getPath() + "x")
                        .answer(exchange));
        assertThat(error(fetch(server.url("/next/")))).isEqualTo(FetchError.REDIRECT);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void onlyThePermanentHopsAtTheBeginningSayWhereAFeedHasMoved() throws IOException {
        server.on("/old", FaultServer.redirect(301, "/new"));
        server.on("/new", FaultServer.redirect(302, "/today"));
        server.on("/today", FaultServer.answer(200, "here"));
        server.on("/temporary", FaultServer.redirect(302, "/old"));
        Fetched.Answer answer = answer(fetch(server.url("/old")));
        assertThat(answer.url()).isEqualTo(server.url("/today"));
        assertThat(answer.movedTo()).isEqualTo(server.url("/new"));
        assertThat(answer(fetch(server.url("/temporary"))).movedTo()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/secret",
                "http://localhost:%d/secret",
                "http://2130706433:%d/secret",
                "http://127.1:%d/secret",
                "http://[::ffff:127.0.0.1]:%d/secret",
                "http://0x7f.0.0.1:%d/secret"
            })
    void anAddressThatIsNotPublicIsNotConnectedTo(String url) throws IOException {
        server.on("/secret", FaultServer.answer(200, "secret"));
        try (Fetcher fetcher = new Fetcher(properties())) {
            Fetched fetched = fetcher.fetch(FetchRequest.page(url.formatted(server.port()), Duration.ofSeconds(5)));
            assertThat(fetched).isInstanceOf(Fetched.Failure.class);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aRedirectToAnAddressThatIsNotPublicIsNotFollowed() throws IOException {
        try (FaultServer inside = new FaultServer()) {
            inside.on("/secret", FaultServer.answer(200, "secret"));
            server.on("/out", FaultServer.redirect(302, inside.url("/secret")));
            assertThat(error(fetch(server.url("/out")))).isEqualTo(FetchError.REFUSED_ADDRESS);
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void aNameThatChangesItsMindBetweenTwoRequestsIsCheckedAgain() throws IOException {
        server.on("/first", FaultServer.redirect(302, "http://rebind.example:" + server.port() + "/second"));
        server.on("/second", FaultServer.answer(200, "secret"));
        AtomicInteger lookups = new AtomicInteger();
        GuardedDnsResolver.Lookup rebinding = host -> host.equals("rebind.example")
                // Public when a check would look, private when the connection is made.
                ? new InetAddress[] {
                    InetAddress.getByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "93.184.216.34")
                }
                : InetAddress.getAllByName(host);
        try (Fetcher fetcher = new Fetcher(properties("127.0.0.1:" + server.port()), rebinding)) {
            Fetched fetched = fetcher.fetch(FetchRequest.page(server.url("/first"), Duration.ofSeconds(5)));
            assertThat(error(fetched)).isEqualTo(FetchError.REFUSED_ADDRESS);
        }
        assertThat(lookups).hasValue(1);
        assertThat(server.requests()).containsExactly("/first");
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreUsed() throws Exception {
        GuardedDnsResolver.Lookup mixed =
                host -> new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("93.184.216.34")};
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var resolver = new GuardedDnsResolver(mixed, List.of(), LONG, threads);
            assertThat(resolver.resolve("mixed.example", 80))
                    .singleElement()
                    .satisfies(address ->
                            assertThat(address.getAddress().getHostAddress()).isEqualTo("93.184.216.34"));
        }
    }

    @Test
    void aLookUpThatHangsEndsInTime() throws IOException {
        GuardedDnsResolver.Lookup hanging = host -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        };
        try (Fetcher fetcher = new Fetcher(properties(), hanging)) {
            Fetched fetched = fetcher.fetch(FetchRequest.page("http://slow.example/", Duration.ofSeconds(8)));
            assertThat(error(fetched)).isEqualTo(FetchError.UNKNOWN_HOST);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/a",
                "file:///etc/passwd",
                "gopher://example.org",
                "",
                "http://",
                "http://a:25/"
            })
    void whatIsNoWebAddressIsNotFetched(String url) throws IOException {
        assertThat(error(fetch(url))).isEqualTo(FetchError.BAD_URL);
    }

    @Test
    void aRedirectToAnotherSchemeIsNotFollowed() throws IOException {
        server.on("/out", FaultServer.redirect(302, "file:///etc/passwd"));
        assertThat(error(fetch(server.url("/out")))).isEqualTo(FetchError.BAD_URL);
    }

    @Test
    void unescapedAddressesAsPeopleWriteThemAreFetched() throws IOException {
        server.on(
                "/",
                exchange -> FaultServer.answer(200, exchange.getRequestURI().toASCIIString())
                        .answer(exchange));
        assertThat(answer(fetch(server.url("/ein weg/ärger?q=a|b"))).body())
                .asString()
                .isEqualTo("/ein%20weg/%C3%A4rger?q=a%7Cb");
    }

    @Test
    void noCookieIsKept() throws IOException {
        server.on("/set", FaultServer.redirect(302, "/read"));
        server.on(
                "/read",
                exchange -> FaultServer.answer(
                                200,
                                String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")),
                                "Set-Cookie",
                                "a=b")
                        .answer(exchange));
        try (Fetcher fetcher = new Fetcher(properties("127.0.0.1"))) {
            for (int i = 0; i < 2; i++) {
                Fetched fetched = fetcher.fetch(FetchRequest.page(server.url("/read"), LONG));
                assertThat(answer(fetched).body()).asString().isEqualTo("null");
            }
        }
    }

    @Test
    void anErrorIsAnAnswerWithTheBeginningOfItsBody() throws IOException {
        server.on("/busy", FaultServer.answer(429, "x".repeat(1_000_000), "Retry-After", "120"));
        Fetched.Answer answer = answer(fetch(server.url("/busy")));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().first("retry-after")).isEqualTo("120");
        assertThat(answer.body()).hasSizeLessThan(100_000);
    }

    @Test
    void aFormIsSentAndOnlyRedirectsThatKeepTheMethodAreFollowed() throws IOException {
        FaultServer.Script echo = exchange -> FaultServer.answer(
                        202,
                        exchange.getRequestMethod() + " "
                                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .answer(exchange);
        server.on("/hub", echo)
                .on("/moved", FaultServer.redirect(307, "/hub"))
                .on("/other", FaultServer.redirect(302, "/hub"));
        try (Fetcher fetcher = new Fetcher(properties("127.0.0.1"))) {
            Fetched moved = fetcher.fetch(FetchRequest.form(server.url("/moved"), "a=b&c=%20", LONG));
            assertThat(answer(moved).status()).isEqualTo(202);
            assertThat(answer(moved).body())
                    .asString()
                    .startsWith("POST application/x-www-form-urlencoded")
                    .endsWith("a=b&c=%20");
            Fetched other = fetcher.fetch(FetchRequest.form(server.url("/other"), "a=b", LONG));
            assertThat(answer(other).status()).isEqualTo(302);
        }
        try (Fetcher fetcher = new Fetcher(properties())) {
            assertThat(error(fetcher.fetch(FetchRequest.form(server.url("/hub"), "a=b", LONG))))
                    .isEqualTo(FetchError.REFUSED_ADDRESS);
        }
        assertThat(server.requests()).containsExactly("/moved", "/hub", "/other");
    }
}

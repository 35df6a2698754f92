package dateline.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the sample newsroom on loopback: {@code /} lists the outlets, {@code /feeds.yml} their feeds. Every document has
 * an entity tag and a time of change, and is answered with 304 to who has it already.
 */
public final class NewsroomServer implements AutoCloseable {
    // RFC 9110 wants two digits for the day, which RFC_1123_DATE_TIME does not give.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final HttpServer server;
    private final ExecutorService workers;

    private NewsroomServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for a free one
     * @throws IOException if the port is taken
     */
    public static NewsroomServer start(Newsroom newsroom, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        NewsroomServer server = new NewsroomServer(http, workers);
        NewsroomSite site = new NewsroomSite(newsroom, server.url());
        http.setExecutor(workers);
        http.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, site);
            }
        });
        http.start();
        return server;
    }

    /**
     * The newsroom moved in time so that its newest article is of that moment's day, and not later. Texts that
     * name a day are changed with it, so the labels no longer fit: for showing only.
     */
    public static Newsroom recent(Newsroom newsroom, Instant now) {
        long days = ChronoUnit.DAYS.between(
                newsroom.newest().atZone(ZoneOffset.UTC).toLocalDate(),
                now.atZone(ZoneOffset.UTC).toLocalDate());
        // Later today is not yet news.
        if (newsroom.newest().plus(Duration.ofDays(days)).isAfter(now)) {
            days--;
        }
        return new DateShift(days).apply(newsroom);
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private static void answer(HttpExchange exchange, NewsroomSite site) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!head && !exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        Optional<NewsroomSite.Document> found =
                site.document(exchange.getRequestURI().getPath());
        if (found.isEmpty()) {
            byte[] text = "No such page.\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            send(exchange, 404, text, head);
            return;
        }
        NewsroomSite.Document document = found.get();
        String tag = "\"" + digest(document.content()) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders()
                .set("Last-Modified", HTTP_DATE.format(document.modified().atZone(ZoneOffset.UTC)));
        exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
        if (isKnown(exchange, tag, document.modified())) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", document.contentType());
        send(exchange, 200, document.content(), head);
    }

    /** An entity tag outweighs a time (RFC 9110, 13.1.3). */
    private static boolean isKnown(HttpExchange exchange, String tag, Instant modified) {
        @Nullable String tags = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (tags != null) {
            return tags.contains(tag) || tags.strip().equals("*");
        }
        @Nullable String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
        if (since == null) {
            return false;
        }
        try {
            Instant time = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(time);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] content, boolean head) throws IOException {
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * {@code [--port N] [--now INSTANT]}; runs until it is stopped. With a moment for now, the newest article is of that
     * day; without, all dates are as written.
     */
    public static void main(String[] args) throws IOException {
        int port = 8090;
        Optional<Instant> now = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--now") && i + 1 < args.length && isInstant(args[i + 1])) {
                now = Optional.of(Instant.parse(args[++i]));
            } else if (args[i].equals("--port") && i + 1 < args.length && args[i + 1].matches("\\d{1,5}")) {
                port = Integer.parseInt(args[++i]);
            } else {
                System.err.println("newsroom: usage: [--port N] [--now INSTANT], not " + String.join(" ", args));
                System.exit(2);
            }
        }
        Newsroom asWritten = Newsroom.load();
        Newsroom newsroom = now.map(moment -> recent(asWritten, moment)).orElse(asWritten);
        NewsroomServer server = start(newsroom, port);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        System.out.println(
                "newsroom: " + server.url() + "/ (" + newsroom.articles().size() + " articles of "
                        + newsroom.outlets().size() + " outlets)");
    }
}

package dateline.ingest.extract;

import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.FetchRequest;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what the command line names: a file, or a page on the web, which is fetched as the service would fetch it. */
final class PageSource implements AutoCloseable {
    private final FetchProperties properties;
    private @Nullable Fetcher fetcher;

    PageSource(FetchProperties properties) {
        this.properties = properties;
    }

    /**
     * What was read.
     *
     * @param contentType as the server states it; null for a file
     * @param url where it came from after redirects; null for a file
     */
    record Content(
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String url) {}

    static boolean isUrl(String name) {
        return name.regionMatches(true, 0, "http://", 0, 7) || name.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Throws with the reason in words if there is no file, or no answer of status 200. */
    Content read(String name) throws IOException {
        if (!isUrl(name)) {
            return new Content(Files.readAllBytes(Path.of(name)), null, null);
        }
        if (fetcher == null) {
            fetcher = new Fetcher(properties);
        }
        return switch (fetcher.fetch(FetchRequest.page(name, properties.pageDeadline()))) {
            case Fetched.Answer answer
            when answer.status() == 200 ->
                new Content(answer.body(), answer.headers().first("content-type"), answer.url());
            case Fetched.Answer answer -> throw new IOException("HTTP status " + answer.status());
            case Fetched.Failure failure -> throw new IOException(failure.reason());
        };
    }

    @Override
    public void close() throws IOException {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}

package dateline.ingest.fetch;

import org.jspecify.annotations.Nullable;

/** What came of a fetch. */
public sealed interface Fetched {
    /**
     * The server answered.
     *
     * @param url where the answer came from, after redirects
     * @param status HTTP status of the last hop, never a redirect that could be followed
     * @param headers headers of the last hop
     * @param body the body, decompressed; of an error only its beginning
     * @param movedTo where permanent redirects alone led to, if the first hop was one
     */
    record Answer(
            String url,
            int status,
            ResponseHeaders headers,
            byte[] body,
            @Nullable String movedTo) implements Fetched {}

    /**
     * There is no answer that could be used.
     *
     * @param error what kind of failure
     * @param reason the same in words
     */
    record Failure(FetchError error, String reason) implements Fetched {}
}

package dateline.ingest.fetch;

/** Why a fetch brought no answer. */
public enum FetchError {
    /** The URL is not one that can be fetched. */
    BAD_URL,
    /** The host's name could not be looked up. */
    UNKNOWN_HOST,
    /** The host's address is not public; no connection was made. */
    REFUSED_ADDRESS,
    /** No connection could be made, or it broke. */
    CONNECTION,
    /** The server's certificate or its TLS could not be accepted. */
    TLS,
    /** The deadline passed. */
    TIMEOUT,
    /** The body, its compression ratio or the headers were beyond the caps. */
    TOO_LARGE,
    /** Redirects went in a circle, too far, or from https to http. */
    REDIRECT,
    /** What came was not HTTP. */
    PROTOCOL
}

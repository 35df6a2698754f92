package dateline.load.measure;

/**
 * A request to Elasticsearch that the service made.
 *
 * @param method such as {@code POST}
 * @param path with its query
 * @param contentType of the body, empty if there is none
 * @param accept what the answer may be, empty if it was not said
 * @param body as it was sent
 * @param start when it came, in nanoseconds of {@link System#nanoTime}
 * @param end when it was answered
 */
record Call(String method, String path, String contentType, String accept, byte[] body, long start, long end) {}

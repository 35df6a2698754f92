package dateline.contract;

/**
 * A point or period of time that the body names, read against the day of publication.
 *
 * @param start first UTF-16 unit of the span in the body, see {@link IncomingArticle#body}
 * @param end the unit after the last
 * @param surface the text between them
 * @param value ISO 8601: {@code 2026-04-21}, {@code 2026-W17}, {@code 2026-04}, {@code 2026}, or two of them with a slash
 *     between
 */
public record DateMention(int start, int end, String surface, String value) {}

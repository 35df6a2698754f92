package dateline.contract;

import org.jspecify.annotations.Nullable;

/**
 * An amount that the body names, brought to one form so that two accounts of it can be compared.
 *
 * @param start first UTF-16 unit of the span in the body, see {@link IncomingArticle#body}
 * @param end the unit after the last
 * @param surface the text between them
 * @param value the amount in single units, so that "$3.2 million" is 3200000
 * @param unit such as {@code %}, {@code km} or what is counted; null for money and bare numbers
 * @param currency ISO 4217; null if it is no money
 * @param of what it is said of, in the article's words; null if that could not be told
 */
public record Figure(
        int start,
        int end,
        String surface,
        double value,
        @Nullable String unit,
        @Nullable String currency,
        @Nullable String of) {}

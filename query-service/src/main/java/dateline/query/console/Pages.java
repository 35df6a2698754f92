package dateline.query.console;

import org.jspecify.annotations.Nullable;

/**
 * Where a page is in a long list.
 *
 * @param text such as {@code 51 to 100 of 9,000}
 * @param before address of the page before, if there is one
 * @param after address of the page after, if there is one
 */
public record Pages(
        String text, @Nullable String before, @Nullable String after) {
    /** Of a page, counted from 0. */
    public static Pages of(Address address, int page, int size, int total) {
        long first = (long) page * size + 1;
        long last = Math.min(total, first + size - 1);
        String text = total == 0
                ? "none"
                : total <= size && page == 0
                        ? String.format("%,d in all", total)
                        : String.format(
                                java.util.Locale.ENGLISH, "%,d to %,d of %,d", Math.min(first, last), last, total);
        return new Pages(
                text,
                page > 0 ? address.with("page", page == 1 ? null : page - 1).toString() : null,
                last < total ? address.with("page", page + 1).toString() : null);
    }
}

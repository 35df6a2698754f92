package dateline.query.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is in a long list.
 *
 * @param any whether there is anything at all
 * @param text such as {@code 51 to 100 of 9,000}
 * @param before address of the page before, if there is one
 * @param after address of the page after, if there is one
 */
public record Pages(
        boolean any,
        String text,
        @Nullable String before,
        @Nullable String after) {
    /** Of a page, counted from 0. */
    public static Pages of(Address address, int page, int size, int total) {
        long first = (long) page * size + 1;
        long last = Math.min(total, first + size - 1);
        String text = total <= size && page == 0
                ? String.format(Locale.ENGLISH, "%,d in all", total)
                : String.format(Locale.ENGLISH, "%,d to %,d of %,d", Math.min(first, last), last, total);
        return new Pages(
                total > 0,
                text,
                page > 0 ? address.with("page", page == 1 ? null : page - 1).toString() : null,
                last < total ? address.with("page", page + 1).toString() : null);
    }
}

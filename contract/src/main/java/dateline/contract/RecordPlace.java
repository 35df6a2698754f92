package dateline.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record lies in the log. As text {@code topic-partition@offset}, such as {@code news.raw-3@42}.
 *
 * @param topic the topic's name
 * @param partition from 0
 * @param offset from 0
 */
public record RecordPlace(String topic, int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static RecordPlace parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a place in the log (topic-partition@offset): " + text);
        }
        return new RecordPlace(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}

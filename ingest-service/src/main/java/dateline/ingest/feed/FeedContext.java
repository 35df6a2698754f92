package dateline.ingest.feed;

import dateline.ingest.date.DateParser;
import dateline.ingest.date.ParsedDate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the readers of one document share. */
final class FeedContext {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int LONGEST_DATE = 200;

    private final @Nullable String url;
    private final FeedLimits limits;
    private final DateParser dates;
    private final Clock clock;
    private final Problems problems;
    private final long began = System.nanoTime();

    FeedContext(@Nullable String url, FeedLimits limits, DateParser dates, Clock clock, Problems problems) {
        this.url = url;
        this.limits = limits;
        this.dates = dates;
        this.clock = clock;
        this.problems = problems;
    }

    FeedLimits limits() {
        return limits;
    }

    /** Whether reading has taken too long, so that the rest is left. Says so among the problems. */
    boolean isLate() {
        boolean late = System.nanoTime() - began > limits.time().toNanos();
        if (late) {
            problems.note("took longer than " + limits.time().toSeconds() + " s: the rest was not read");
        }
        return late;
    }

    Problems problems() {
        return problems;
    }

    /** The address that relative ones in the element are relative to, by {@code xml:base} or else the document's own. */
    @Nullable
    String base(XmlElement element) {
        List<String> declared = new ArrayList<>(0);
        for (XmlElement e = element; e != null; e = e.parent()) {
            String base = e.attribute("xml:base");
            if (base != null && !base.isEmpty()) {
                declared.add(base);
            }
        }
        String base = url;
        for (String relative : declared.reversed()) {
            base = Links.base(base, relative);
        }
        return base;
    }

    /** A reference in the element made absolute; null if there is none. */
    @Nullable
    String link(XmlElement element, @Nullable String reference) {
        return reference == null || reference.isBlank() ? null : Links.resolve(base(element), reference);
    }

    @Nullable
    String link(@Nullable String reference) {
        return reference == null || reference.isBlank() ? null : Links.resolve(url, reference);
    }

    /** The language of the element by {@code xml:lang}. */
    static @Nullable String language(XmlElement element) {
        for (XmlElement e = element; e != null; e = e.parent()) {
            String language = e.attribute("xml:lang");
            if (language != null) {
                return language(language);
            }
        }
        return null;
    }

    /** A language as a feed writes it, as a BCP 47 tag. */
    static @Nullable String language(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 35) {
            return null;
        }
        return text.strip().replace('_', '-');
    }

    /** A date with its verdict; null if there is no text. */
    @Nullable
    FeedDate date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String raw = text.strip();
        if (raw.length() > LONGEST_DATE) {
            raw = raw.substring(0, LONGEST_DATE);
        }
        ParsedDate parsed = dates.parse(raw).orElse(null);
        if (parsed == null) {
            problems.note("unknown date form \"" + raw + "\"");
            return new FeedDate(raw, null, false);
        }
        boolean plausible = !parsed.at().isBefore(EARLIEST)
                && !parsed.at().isAfter(clock.instant().plus(AHEAD));
        if (!plausible) {
            problems.note("implausible date \"" + raw + "\"");
        }
        return new FeedDate(raw, parsed, plausible);
    }

    /** The text, or its beginning if it is too long. */
    String shortened(String text) {
        if (text.length() <= limits.fieldLength()) {
            return text;
        }
        problems.note("a field is longer than " + limits.fieldLength() + " characters");
        return text.substring(0, limits.fieldLength());
    }
}

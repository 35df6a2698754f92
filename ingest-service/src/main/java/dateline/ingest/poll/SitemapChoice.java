package dateline.ingest.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which sitemaps of an index are fetched after a poll of it. Those that changed or do not say when they did take turns,
 * the one not seen for longest first, so that none starves; among equals the newest goes first.
 */
final class SitemapChoice {
    /** Most that are fetched after one poll. */
    static final int AT_ONCE = 5;

    /** Most that are remembered; an index may list fifty thousand. */
    static final int REMEMBERED = 50;

    private static final Pattern YEAR_AND_MONTH = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)(?:[-_/.]?(0[1-9]|1[0-2]))?(?:[-_/.]?(?:0[1-9]|[12]\\d|3[01]))?(?!\\d)");

    private SitemapChoice() {}

    /**
     * The sitemaps to remember, with those due that are to be fetched.
     *
     * @param known what was remembered so far
     * @param listed what the index lists now
     * @param maxAge sitemaps that changed last before that hold no news
     * @param first whether the index was never read before
     */
    static List<ChildSitemap> of(
            List<ChildSitemap> known,
            List<PollResult.Index.Child> listed,
            Duration maxAge,
            Instant now,
            boolean first) {
        var byUrl = known.stream().collect(Collectors.toMap(ChildSitemap::url, Function.identity(), (a, _) -> a));
        Set<String> urls = new HashSet<>();
        List<Candidate> candidates = listed.stream()
                .filter(child -> !isOld(child, now.minus(maxAge)) && urls.add(child.url()))
                .map(child ->
                        new Candidate(child, byUrl.getOrDefault(child.url(), ChildSitemap.found(child.url(), first))))
                .sorted(Candidate.NEWEST_FIRST)
                .limit(REMEMBERED)
                .toList();
        Set<String> chosen = candidates.stream()
                .filter(Candidate::mayHaveNews)
                .sorted(Candidate.LONGEST_WAITING_FIRST)
                .limit(AT_ONCE)
                .map(candidate -> candidate.listed.url())
                .collect(Collectors.toSet());
        List<ChildSitemap> next = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean due = chosen.contains(candidate.listed.url());
            next.add(due ? candidate.known.dueAt(now, candidate.listed.lastModified()) : candidate.known);
        }
        return next;
    }

    /** What it says itself counts, else a date in its name, as in {@code sitemap-2019-03.xml}. */
    private static boolean isOld(PollResult.Index.Child child, Instant since) {
        if (child.lastModified() != null) {
            return child.lastModified().isBefore(since);
        }
        LocalDate end = lastDay(child.url());
        return end != null && end.isBefore(since.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static @Nullable LocalDate lastDay(String url) {
        Matcher date = YEAR_AND_MONTH.matcher(url.substring(url.indexOf("://") + 3));
        if (!date.find()) {
            return null;
        }
        int year = Integer.parseInt(date.group(1));
        try {
            int month = date.group(2) == null ? 12 : Integer.parseInt(date.group(2));
            return YearMonth.of(year, month).atEndOfMonth();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private record Candidate(PollResult.Index.Child listed, ChildSitemap known) {
        static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(
                        (Candidate candidate) -> candidate.listed.lastModified(),
                        Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(candidate -> !candidate.listed.url().contains("news"));

        static final Comparator<Candidate> LONGEST_WAITING_FIRST = Comparator.comparing(
                        (Candidate candidate) -> candidate.known.visited(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(NEWEST_FIRST);

        boolean mayHaveNews() {
            Instant modified = listed.lastModified();
            return known.due() != null || modified == null || !modified.equals(known.lastModified());
        }
    }
}

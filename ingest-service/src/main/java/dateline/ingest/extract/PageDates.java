package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleDate.Precision;
import dateline.contract.ArticleDate.Source;
import dateline.contract.Furniture;
import dateline.ingest.date.DateParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a page says it was published and changed, asked in the order in which pages are right: JSON-LD, meta elements,
 * {@code time} elements, visible text, URL. A date that cannot be is passed over, not reported.
 */
final class PageDates {
    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:published_time",
        "article:published",
        "og:article:published_time",
        "datepublished",
        "article.published",
        "rnews:datepublished",
        "sailthru.date",
        "parsely-pub-date",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_time",
        "published-date",
        "publicationdate",
        "publication_date",
        "publication-date",
        "pubdate",
        "pub_date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date.created",
        "dc.date",
        "dc:created",
        "date.issued",
        "displaydate",
        "ptime",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "bt:pubdate",
        "article_date_original",
        "article:create_at",
        "originalpublicationdate",
        "citation_publication_date",
        "citation_date",
        "og:pubdate",
        "og:release_date",
        "datecreated",
        "article:post_date",
        "timestamp",
        "date_published",
        "article-publication-date",
        "article_published",
        "last-publish",
        "shareaholic:article_published_time",
        "date",
        "date.created",
        "creation_date",
        "created",
        "pagerender",
        "vr:published_time",
        "mediator_published_time",
        "sort_date",
        "release_date",
        "issue_date",
        "eomportal-lastupdate"
    };
    /** Outlets prefix and suffix the usual words with their own. */
    private static final Pattern PUBLISHED_NAME = Pattern.compile(
            "(?:^|[:_-])(?:first[:_-]?)?(?:publish(?:ed)?|publication|pub|issue[d]?|release[d]?)[:_-]?(?:at|on|date|time|datetime)$");

    private static final String[] MODIFIED = {
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "article:modified",
        "last-modified",
        "lastmod",
        "dcterms.modified",
        "dc.date.modified",
        "revised",
        "modified",
        "modificationdate",
        "dateupdate",
        "utime",
        "moddate",
        "updated_time",
        "shareaholic:article_modified_time"
    };
    private static final Pattern DATE_NAME = Pattern.compile(
            "(?i)(?:^|[^a-z])(?:date|datum|fecha|data|time|timestamp|published|publish|posted|pubdate|postmeta|meta|byline|datetime|day|created|dateline|zeit)(?:[^a-z]|$)|date|publi|posted|timestamp|byline|meta");
    private static final Pattern URL_DATE = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)[/_-]?(0?[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01]|[1-9](?=[/_-]))(?!\\d)");
    private static final Pattern URL_MONTH = Pattern.compile("/((?:19|20)\\d\\d)/(0[1-9]|1[0-2])/");

    /** The label of a date in a box before it, as in a list of terms, is not longer. */
    private static final int LONGEST_LABEL = 25;

    /** A day, month or year in a box of its own, and how far before the story it may stand. */
    private static final int LONGEST_PART = 12;

    private static final int NEAR_START = 25;

    /** What programs in a page call the date; believed where all that a page has of them are on one day. */
    private static final Pattern IN_SCRIPT = Pattern.compile(
            "[\"'](?:datePublished|date_published|publishDate|publish_date|publishedDate|published_date|publishedAt|published_at|publicationDate|publication_date|pubDate|pub_date|firstPublished|publishTime|published_time|articleDate|article_date)[\"']\\s{0,3}[:=,]\\s{0,3}[\"']?([^\"',}<]{8,40})");

    /** One of these is in every script that {@link #IN_SCRIPT} finds a date in. */
    private static final List<String> IN_SCRIPT_PARTS =
            List.of("ublish", "ublication", "pubDate", "pub_date", "articleDate", "article_date");

    /** Seconds or milliseconds since 1970. */
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");

    private static final int MAX_SCRIPT = 100_000;

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Instant WEB = Instant.parse("1990-01-01T00:00:00Z");

    private final DateFinder finder;
    private final Hints hints;
    private final @Nullable String language;

    private @Nullable StatedDate published;
    private @Nullable StatedDate modified;
    /** The first date below the story that nothing but its element says to be one. */
    private @Nullable StatedDate late;

    PageDates(DateFinder finder, Hints hints, @Nullable String language) {
        this.finder = finder;
        this.hints = hints;
        this.language = language;
    }

    /** When it was published, and the zone that was stated with it. */
    @Nullable
    StatedDate published() {
        return published;
    }

    @Nullable
    StatedDate modified() {
        return modified;
    }

    void read(
            List<JsonNode> articles,
            MetaTags meta,
            PageElements page,
            PageTree tree,
            Selection body,
            @Nullable String url,
            @Nullable StatedDate dateline) {
        for (JsonNode article : articles) {
            offer(parsed(JsonLd.text(article.get("datePublished")), Source.JSON_LD));
            offerModified(parsed(JsonLd.text(article.get("dateModified")), Source.JSON_LD));
        }
        for (JsonNode article : articles) {
            offer(parsed(JsonLd.text(article.get("dateCreated")), Source.JSON_LD));
        }
        for (String value : meta.all(PUBLISHED)) {
            offer(parsed(value, Source.META));
        }
        for (String value : meta.matching(PUBLISHED_NAME)) {
            offer(parsed(value, Source.META));
        }
        for (String value : meta.all(MODIFIED)) {
            offerModified(parsed(value, Source.META));
        }
        if (needsMore()) {
            microdata(page);
            timeElements(page, tree, body);
        }
        if (needsMore()) {
            visible(tree, body);
            late();
        }
        if (needsMore()) {
            offer(dateline);
        }
        if (needsMore() && url != null) {
            offer(ofUrl(url));
        }
        if (needsMore()) {
            inScripts(page);
        }
        if (published == null && modified != null) {
            published = modified;
        }
    }

    /** A date that the script of a page's shell states, if nothing else states one. */
    void ofState(String stated) {
        if (needsMore()) {
            offer(parsed(stated, Source.META));
        }
    }

    private boolean needsMore() {
        return published == null || published.date().precision().ordinal() > Precision.DAY.ordinal();
    }

    private void offer(@Nullable StatedDate date) {
        if (date == null || !isPlausible(date)) {
            return;
        }
        if (published == null
                || date.date().precision().ordinal()
                                < published.date().precision().ordinal()
                        && published.date().precision().ordinal() > Precision.DAY.ordinal()) {
            published = date;
        }
    }

    private void offerModified(@Nullable StatedDate date) {
        if (date != null && modified == null && isPlausible(date)) {
            modified = date;
        }
    }

    private boolean isPlausible(StatedDate date) {
        Instant at = date.date().at();
        boolean stated = date.date().source() == Source.JSON_LD || date.date().source() == Source.TEXT;
        return !at.isAfter(hints.seenAt().plus(AHEAD)) && (at.isAfter(WEB) || stated && !isDefault(at));
    }

    /** The days that software writes when it has none. */
    private static boolean isDefault(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return day.getYear() < 1700
                || day.getYear() == 1970 && day.getDayOfYear() < 3
                || day.getYear() == 1969 && day.getDayOfYear() > 364
                || day.getYear() == 1900;
    }

    private @Nullable StatedDate parsed(@Nullable String text, Source source) {
        if (text == null || text.length() > 100) {
            return null;
        }
        String value = text.strip();
        if (EPOCH.matcher(value).matches()) {
            long number = Long.parseLong(value);
            return new StatedDate(
                    new ArticleDate(
                            value.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number),
                            Precision.SECOND,
                            source),
                    null);
        }
        List<FoundDate> dates = finder.find(value, language, hints.seenAt(), false);
        if (!dates.isEmpty()) {
            return StatedDate.of(dates.getFirst(), source);
        }
        return new DateParser()
                .parse(value)
                .map(date -> new StatedDate(new ArticleDate(date.at(), date.precision(), source), null))
                .orElse(null);
    }

    private void microdata(PageElements page) {
        for (PageElements.Entry entry : page.attributed) {
            Element element = entry.element;
            if (element.normalName().equals("abbr") && element.hasAttr("title")) {
                // hAtom, in which blogs of the years around 2010 are written.
                if (element.hasClass("published")) {
                    offer(parsed(element.attr("title"), Source.TIME_ELEMENT));
                } else if (element.hasClass("updated")) {
                    offerModified(parsed(element.attr("title"), Source.TIME_ELEMENT));
                }
            }
            String itemprop = element.attributes().get("itemprop");
            if (!isMicrodata(
                    itemprop.strip(), element.attributes().get("property").strip())) {
                continue;
            }
            String stated = element.hasAttr("content")
                    ? element.attr("content")
                    : element.hasAttr("datetime") ? element.attr("datetime") : Clean.shortText(element, 100);
            StatedDate date = parsed(stated, Source.TIME_ELEMENT);
            if (itemprop.equals("dateModified")) {
                offerModified(date);
            } else {
                offer(date);
            }
        }
    }

    private static boolean isMicrodata(String itemprop, String property) {
        return itemprop.equalsIgnoreCase("datePublished")
                || itemprop.equalsIgnoreCase("dateModified")
                || property.equalsIgnoreCase("datePublished")
                || property.equalsIgnoreCase("schema:datePublished");
    }

    private void timeElements(PageElements page, PageTree tree, Selection body) {
        StatedDate first = null;
        int end = body.kept.isEmpty() ? Integer.MAX_VALUE : body.kept.length();
        for (Element time : page.withTag("time")) {
            Node box = tree.boxOf(time);
            if (box != null && box.firstLeaf < box.endLeaf && isOfOthers(body, box.firstLeaf)) {
                continue;
            }
            if (box != null && box.within(Marks.COMMENTS | Marks.RELATED | Marks.NAVIGATION | Marks.ASIDE)) {
                continue;
            }
            StatedDate date = parsed(
                    time.hasAttr("datetime") ? time.attr("datetime") : Clean.shortText(time, 100), Source.TIME_ELEMENT);
            if (date == null) {
                date = parsed(Clean.shortText(time, 100), Source.TIME_ELEMENT);
            }
            String names = time.className() + ' ' + time.id();
            if (DateLabels.isUpdate(names, names.length())) {
                offerModified(date);
            } else if (time.hasAttr("pubdate") || names.contains("publish") || names.contains("entry-date")) {
                offer(date);
            } else if (date != null && isPlausible(date)) {
                if (box != null && box.firstLeaf >= end) {
                    late = late == null ? date : late;
                } else {
                    first = first == null ? date : first;
                }
            }
        }
        offer(first);
    }

    /** A date below the story may be that of a list of changes, so it counts if the page's text agrees or has none. */
    private void late() {
        boolean agrees = late != null
                && published != null
                && published.date().source() == Source.TEXT
                && day(published).equals(day(late));
        if (agrees) {
            published = late;
        } else {
            offer(late);
        }
    }

    private static LocalDate day(StatedDate date) {
        ZoneOffset offset = date.offset() == null ? ZoneOffset.UTC : date.offset();
        return date.date().at().atOffset(offset).toLocalDate();
    }

    private static boolean isOfOthers(Selection body, int leaf) {
        return body.reasons[leaf] == Furniture.Reason.COMMENTS
                || body.reasons[leaf] == Furniture.Reason.RELATED_ARTICLES;
    }

    /** A date line near the top of the story, or in a box that is named for it, labelled ones first. */
    private void visible(PageTree tree, Selection body) {
        int start = Math.max(0, body.kept.nextSetBit(0));
        int end = Math.max(start, body.kept.length());
        StatedDate best = null;
        double bestScore = 0;
        for (Leaf leaf : tree.leaves) {
            if (leaf.length() > 400 || isOfOthers(body, leaf.index) || !hasDigit(leaf.text)) {
                continue;
            }
            Leaf last = leaf.index == 0 ? null : tree.leaves.get(leaf.index - 1);
            String label = last != null && last.length() <= LONGEST_LABEL && !hasDigit(last.text) ? last.text : "";
            for (String line : leaf.text.split("\n")) {
                if (line.length() > 220) {
                    continue;
                }
                for (FoundDate found : finder.find(line, language, hints.seenAt(), false)) {
                    StatedDate date = StatedDate.of(found, Source.TEXT);
                    boolean opens = found.start() <= 2;
                    if (DateLabels.isUpdate(line, found.start())
                            || opens && DateLabels.isUpdate(label, label.length())) {
                        offerModified(date);
                        continue;
                    }
                    boolean labelled = DateLabels.isPublication(line, found.start())
                            || opens && DateLabels.isPublication(label, label.length());
                    double score = score(leaf, line, found, labelled, start, end);
                    if (score > bestScore && isPlausible(date)) {
                        best = date;
                        bestScore = score;
                    }
                }
                label = line.length() <= LONGEST_LABEL && !hasDigit(line) ? line : "";
            }
        }
        offer(best == null ? inBoxes(tree, body, start) : best);
    }

    /** A date whose day, month and year stand in boxes of their own, before the story. */
    private @Nullable StatedDate inBoxes(PageTree tree, Selection body, int start) {
        for (int i = Math.max(0, start - NEAR_START); i + 1 < tree.leaves.size() && i <= start + 3; i++) {
            StringBuilder parts = new StringBuilder();
            for (Leaf part : tree.leaves.subList(i, Math.min(i + 3, tree.leaves.size()))) {
                if (part.length() > LONGEST_PART || isOfOthers(body, part.index)) {
                    break;
                }
                parts.append(parts.isEmpty() ? "" : " ").append(part.text);
            }
            List<FoundDate> found = hasDigit(parts.toString())
                    ? finder.find(parts.toString(), language, hints.seenAt(), false)
                    : List.of();
            if (found.size() == 1
                    && found.getFirst().start() == 0
                    && found.getFirst().end() == parts.length()) {
                StatedDate date = StatedDate.of(found.getFirst(), Source.TEXT);
                if (isPlausible(date) && date.date().precision().ordinal() <= Precision.DAY.ordinal()) {
                    return date;
                }
            }
        }
        return null;
    }

    private static double score(Leaf leaf, String line, FoundDate found, boolean labelled, int start, int end) {
        if (leaf.container.within(Marks.COMMENTS | Marks.RELATED | Marks.ASIDE) || leaf.linkDensity() > 0.8) {
            return 0;
        }
        double share = (found.end() - found.start()) / (double) line.length();
        boolean sentence = line.length() > 30 && TextLine.endsSentence(line) && share < 0.4;
        if (sentence && !DateLabels.opensWithLabel(line, found.start())
                || DateLabels.isOfSomethingElse(line, found.start())) {
            return 0;
        }
        double score = labelled ? 4 : 0;
        String names = leaf.container.element.className()
                + ' '
                + leaf.container.element.id()
                + (leaf.container.parent == null ? "" : ' ' + leaf.container.parent.element.className());
        if (DATE_NAME.matcher(names).find()) {
            score += 2;
        }
        score += share > 0.6 ? 2 : share > 0.3 ? 1 : 0;
        int distance = leaf.index < start
                ? start - leaf.index
                : leaf.index >= end ? leaf.index - end : Math.min(leaf.index - start, end - 1 - leaf.index);
        score += distance <= 4 ? 2 : distance <= 12 ? 1 : distance > 60 ? -2 : 0;
        if (leaf.index >= start + 3 && leaf.index < end - 3 && score < 5) {
            score -= 2;
        }
        if (found.precision().ordinal() > Precision.DAY.ordinal()) {
            score -= 2;
        }
        boolean copyright = leaf.text.contains("©")
                || leaf.text.toLowerCase(java.util.Locale.ROOT).contains("copyright");
        return copyright || score < 2.5 ? 0 : score;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void inScripts(PageElements page) {
        StatedDate only = null;
        int read = 0;
        for (Element script : page.withTag("script")) {
            String data = script.data();
            read += data.length();
            if (read > MAX_SCRIPT || IN_SCRIPT_PARTS.stream().noneMatch(data::contains)) {
                continue;
            }
            Matcher stated = IN_SCRIPT.matcher(data);
            while (stated.find()) {
                StatedDate date = parsed(stated.group(1), Source.META);
                if (date == null || !isPlausible(date)) {
                    continue;
                }
                if (only != null && !day(only).equals(day(date))) {
                    return;
                }
                only = only == null ? date : only;
            }
        }
        offer(only);
    }

    private static @Nullable StatedDate ofUrl(String url) {
        int path = url.indexOf('/', Math.max(0, url.indexOf("//") + 2));
        String rest = path < 0 ? "" : url.substring(path);
        Matcher day = URL_DATE.matcher(rest);
        while (day.find()) {
            try {
                LocalDate date = LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
                return StatedDate.day(date, Precision.DAY, Source.URL);
            } catch (java.time.DateTimeException e) {
                continue;
            }
        }
        Matcher month = URL_MONTH.matcher(rest);
        if (month.find()) {
            LocalDate date = LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
            return StatedDate.day(date, Precision.MONTH, Source.URL);
        }
        return null;
    }
}

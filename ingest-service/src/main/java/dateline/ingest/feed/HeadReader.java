package dateline.ingest.feed;

import dateline.ingest.feed.FeedText.Assume;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what RSS, Atom or CDF say of the feed itself. */
final class HeadReader {
    private static final int MOST_HUBS = 10;

    private final FeedContext context;
    private final FeedFormat format;
    private final boolean atom;

    private final Ranked<String> id = new Ranked<>();
    private final Ranked<FeedText> title = new Ranked<>();
    private final Ranked<String> link = new Ranked<>();
    private final Ranked<FeedText> description = new Ranked<>();
    private final Ranked<String> language = new Ranked<>();
    private final Ranked<String> published = new Ranked<>();
    private final Ranked<String> updated = new Ranked<>();
    private final Ranked<String> image = new Ranked<>();
    private final Ranked<String> self = new Ranked<>();
    private final Ranked<String> next = new Ranked<>();
    private final Ranked<String> movedTo = new Ranked<>();
    private final List<String> hubs = new ArrayList<>();
    private final AuthorReader authors;

    private @Nullable Duration ttl;
    private final Set<Integer> skipHours = new TreeSet<>();
    private final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
    private long period = -1;
    private long frequency = 1;

    HeadReader(FeedFormat format, FeedContext context) {
        this.format = format;
        this.context = context;
        this.atom = format == FeedFormat.ATOM_0_3 || format == FeedFormat.ATOM_1_0;
        this.authors = new AuthorReader(context);
    }

    /** Reads the root, and the channel below it where the format has one. */
    void read(XmlElement root) {
        fields(root);
        for (XmlElement child : root.elements()) {
            if (child.local().equals("channel")) {
                fields(child);
            }
        }
    }

    Feed toFeed(String encoding, List<FeedEntry> entries) {
        FeedText heading = title.value();
        FeedText about = description.value();
        Duration syndication = period > 0 ? Duration.ofSeconds(Math.max(60, period / Math.max(1, frequency))) : null;
        return new Feed(
                format,
                encoding,
                id.value(),
                heading == null ? null : heading.value(),
                link.value(),
                about == null ? null : about.value(),
                language.value(),
                authors.authors(),
                context.date(published.value()),
                context.date(updated.value()),
                image.value(),
                new FeedRhythm(ttl, skipHours, skipDays, syndication),
                new FeedLinks(self.value(), hubs, next.value(), movedTo.value()),
                entries,
                context.problems().notes());
    }

    private void fields(XmlElement channel) {
        id.offer(channel.attribute("rdf:about"), 3);
        link.offer(context.link(channel, channel.attribute("href")), 4);
        updated.offer(channel.attribute("lastmod"), 3);
        for (XmlElement field : channel.elements()) {
            switch (field.vocabulary()) {
                case RSS, ATOM -> core(field);
                case DC -> dublinCore(field);
                case DCTERMS -> dublinCoreTerms(field);
                case SYNDICATION -> syndication(field);
                case ITUNES -> itunes(field);
                case CONTENT, MEDIA, XHTML, RDF, FEEDBURNER, XML, WFW, SITEMAP, NEWS, SITEMAP_IMAGE, OTHER -> {}
            }
        }
        language.offer(FeedContext.language(channel), 3);
    }

    private void core(XmlElement field) {
        int atomInRss = field.vocabulary() == Vocabulary.ATOM && !atom ? 1 : 0;
        switch (field.local()) {
            case "title" -> title.offer(text(field, atom ? Assume.PLAIN : Assume.GUESS), atomInRss);
            case "link" -> link(field);
            case "id", "guid" -> id.offer(field.text(), 0);
            case "description", "subtitle", "tagline", "abstract" ->
                description.offer(text(field, atom ? Assume.PLAIN : Assume.HTML), atomInRss);
            case "info" -> description.offer(text(field, Assume.PLAIN), 4);
            case "language" -> language.offer(FeedContext.language(field.text()), 1);
            case "author", "managingeditor" -> authors.read(field, 0);
            case "webmaster" -> authors.read(field, 4);
            case "pubdate", "published", "issued" -> published.offer(field.text(), 0);
            case "created" -> published.offer(field.text(), 2);
            case "lastbuilddate", "updated", "modified" -> updated.offer(field.text(), 0);
            case "date" -> updated.offer(field.text(), 2);
            case "image", "logo" -> image.offer(context.link(field, EntryReader.imageUrl(field)), 0);
            case "icon" -> image.offer(context.link(field, field.text()), 2);
            case "ttl" -> ttl(field.text());
            case "skiphours" -> skipHours(field);
            case "skipdays" -> skipDays(field);
            case "newlocation", "new-feed-url" -> movedTo.offer(context.link(field, field.text()), 0);
            default -> {}
        }
    }

    private void link(XmlElement field) {
        String href = field.attribute("href");
        String url = context.link(field, href == null ? field.text() : href);
        if (href == null || url == null) {
            link.offer(url, field.vocabulary() == Vocabulary.ATOM && !atom ? 2 : 0);
            return;
        }
        String stated = field.attribute("rel");
        String type = field.attribute("type");
        for (String rel : (stated == null || stated.isBlank() ? "alternate" : stated).split("\\s+", 5)) {
            switch (rel.substring(rel.lastIndexOf('/') + 1)) {
                case "alternate" -> link.offer(url, type == null || type.contains("html") ? 1 : 3);
                case "self" -> self.offer(url, 0);
                case "next", "prev-archive" -> next.offer(url, rel.equals("next") ? 0 : 1);
                case "hub" -> {
                    if (hubs.size() < MOST_HUBS && !hubs.contains(url)) {
                        hubs.add(url);
                    }
                }
                default -> {}
            }
        }
    }

    private void dublinCore(XmlElement field) {
        switch (field.local()) {
            case "title" -> title.offer(text(field, Assume.GUESS), 2);
            case "description" -> description.offer(text(field, Assume.HTML), 2);
            case "language" -> language.offer(FeedContext.language(field.text()), 2);
            case "creator", "author" -> authors.read(field, 1);
            case "publisher" -> authors.read(field, 5);
            case "date" -> updated.offer(field.text(), 1);
            default -> {}
        }
    }

    private void dublinCoreTerms(XmlElement field) {
        switch (field.local()) {
            case "issued" -> published.offer(field.text(), 1);
            case "created" -> published.offer(field.text(), 3);
            case "modified" -> updated.offer(field.text(), 1);
            default -> {}
        }
    }

    private void itunes(XmlElement field) {
        switch (field.local()) {
            case "author" -> authors.read(field, 2);
            case "owner" -> authors.read(field, 3);
            case "subtitle" -> description.offer(text(field, Assume.GUESS), 3);
            case "summary" -> description.offer(text(field, Assume.GUESS), 3);
            case "image" -> image.offer(context.link(field, EntryReader.imageUrl(field)), 1);
            case "new-feed-url" -> movedTo.offer(context.link(field, field.text()), 1);
            default -> {}
        }
    }

    private void syndication(XmlElement field) {
        String text = field.text();
        if (text == null) {
            return;
        }
        switch (field.local()) {
            case "updateperiod" ->
                period = switch (text.toLowerCase(Locale.ROOT)) {
                    case "hourly" -> 3_600;
                    case "daily" -> 86_400;
                    case "weekly" -> 7 * 86_400;
                    case "monthly" -> 30 * 86_400;
                    case "yearly" -> 365 * 86_400;
                    default -> -1;
                };
            case "updatefrequency" -> frequency = FeedNumbers.parse(text);
            default -> {}
        }
    }

    private void ttl(@Nullable String text) {
        long minutes = FeedNumbers.parse(text);
        if (minutes >= 0 && minutes <= 525_600) {
            ttl = Duration.ofMinutes(minutes);
        } else if (text != null) {
            context.problems().note("ttl is no number of minutes");
        }
    }

    private void skipHours(XmlElement field) {
        for (XmlElement hour : field.elements()) {
            long value = FeedNumbers.parse(hour.text());
            if (hour.local().equals("hour") && value >= 0 && value <= 24) {
                skipHours.add((int) (value % 24));
            }
        }
    }

    private void skipDays(XmlElement field) {
        for (XmlElement day : field.elements()) {
            String name = day.text();
            for (DayOfWeek candidate : DayOfWeek.values()) {
                if (candidate.name().equalsIgnoreCase(name)) {
                    skipDays.add(candidate);
                }
            }
        }
    }

    private @Nullable FeedText text(XmlElement field, Assume assume) {
        return FeedText.of(field, assume, format == FeedFormat.ATOM_1_0, context);
    }
}

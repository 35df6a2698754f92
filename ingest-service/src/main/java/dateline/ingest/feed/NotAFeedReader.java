package dateline.ingest.feed;

import dateline.ingest.feed.NotAFeed.LooksLike;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a document is that is no feed, so that the operator knows why nothing comes. */
final class NotAFeedReader {
    private static final int LOOKED_AT = 65_536;
    private static final Pattern PAGE = Pattern.compile(
            "(?i)\\s{0,1000}(?:<\\?xml[^>]{0,300}>\\s{0,1000})?(?:<!doctype\\s[^>]{0,300}>\\s{0,1000})?"
                    + "(?:<!--(?!\\[CDATA).{0,4000}?-->\\s{0,1000})?<(html|head|body|meta|script)[\\s>/].*",
            Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,200}>(.{0,500}?)</title");
    private static final List<String> WALLS = List.of(
            "cf-challenge",
            "challenge-platform",
            "just a moment...",
            "attention required! | cloudflare",
            "checking your browser",
            "g-recaptcha",
            "h-captcha",
            "cf-turnstile",
            "ddos-guard",
            "datadome",
            "perimeterx",
            "px-captcha",
            "are you a robot",
            "are you human",
            "verify you are human",
            "enable javascript and cookies to continue",
            "_incapsula_resource",
            "access denied",
            "anubis_challenge",
            "sucuri website firewall",
            "pardon our interruption");
    private static final List<String> PARKED = List.of(
            "domain is for sale",
            "this domain is parked",
            "buy this domain",
            "domain parking",
            "parkingcrew",
            "sedoparking",
            "bodis.com",
            "hugedomains",
            "dan.com/buy-domain",
            "this domain may be for sale",
            "parked free, courtesy of",
            "afternic.com/forsale",
            "domain name is for sale",
            "diese domain steht zum verkauf",
            "домен продается",
            "domain has expired",
            "namecheap parking",
            "window.park =");

    private NotAFeedReader() {}

    /** Whether the text begins as a web page does; a feed behind a misplaced document type is none. */
    static boolean isPage(String text, int start) {
        String head = text.substring(start, Math.min(text.length(), start + 8_000));
        return PAGE.matcher(head).matches();
    }

    static NotAFeed read(String text, Problems problems) {
        String head = text.substring(0, Math.min(text.length(), LOOKED_AT));
        Matcher title = TITLE.matcher(head);
        String heading = title.find() ? new FeedText(title.group(1), true).plain() : null;
        LooksLike kind = kind(head, heading);
        List<String> notes = new ArrayList<>();
        notes.add(words(kind, heading));
        return new NotAFeed(kind, heading, notes);
    }

    private static LooksLike kind(String head, @Nullable String title) {
        String text = head.strip();
        if (text.isEmpty()) {
            return LooksLike.EMPTY;
        }
        if (text.indexOf('\u0000') >= 0) {
            return LooksLike.BINARY;
        }
        String lower = head.toLowerCase(Locale.ROOT);
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return LooksLike.JSON;
        }
        if (first != '<') {
            return lower.contains("<html") ? page(lower, title) : LooksLike.PLAIN_TEXT;
        }
        if (lower.contains("<opml")) {
            return LooksLike.OPML;
        }
        boolean html = lower.contains("<html")
                || lower.contains("<body")
                || lower.contains("<!doctype html")
                || lower.contains("<head")
                || lower.contains("<p>")
                || lower.contains("<h1");
        return html ? page(lower, title) : LooksLike.XML;
    }

    private static LooksLike page(String lower, @Nullable String title) {
        if (PARKED.stream().anyMatch(lower::contains)) {
            return LooksLike.PARKED_DOMAIN;
        }
        // A wall's page is short; the same words stand in the scripts of many an ordinary page.
        boolean small = lower.length() < 40_000;
        if (small && WALLS.stream().anyMatch(lower::contains)) {
            return LooksLike.BOT_WALL;
        }
        boolean login = title != null
                && title.toLowerCase(Locale.ROOT)
                        .matches("(?U).{0,100}\\b(log ?in|sign ?in|anmelden|connexion|вход)\\b.{0,100}");
        return login && lower.contains("type=\"password\"") ? LooksLike.LOGIN : LooksLike.HTML_PAGE;
    }

    private static String words(LooksLike kind, @Nullable String title) {
        String what = switch (kind) {
            case EMPTY -> "the document is empty";
            case HTML_PAGE -> "a web page, not a feed";
            case PARKED_DOMAIN -> "the page of a parked domain, not a feed";
            case BOT_WALL -> "a page that asks visitors to prove they are human, not a feed";
            case LOGIN -> "a page that asks to log in, not a feed";
            case OPML -> "a list of feeds (OPML), not a feed";
            case JSON -> "JSON, but no JSON Feed";
            case XML -> "XML, but no feed";
            case PLAIN_TEXT -> "plain text, not a feed";
            case BINARY -> "binary data, not a feed";
        };
        return title == null || title.isEmpty() ? what : what + ": \"" + title + "\"";
    }
}

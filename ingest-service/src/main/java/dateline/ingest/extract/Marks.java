package dateline.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * What an element's tag, class, id and role say about it, as bits. Class names are no standard, but template authors all
 * over the world draw them from the same few hundred English words, which is what readability and trafilatura build on.
 */
final class Marks {
    static final int HIDDEN = 1;
    /** Names that speak for an article, or against one; each counts in the score of a candidate. */
    static final int POSITIVE = 1 << 1;

    static final int NEGATIVE = 1 << 2;
    /** Names that mostly stand for furniture, but not safely. */
    static final int UNLIKELY = 1 << 3;

    static final int NAVIGATION = 1 << 4;
    static final int RELATED = 1 << 5;
    static final int SHARE = 1 << 6;
    static final int COMMENTS = 1 << 7;
    static final int APPEAL = 1 << 8;
    static final int COOKIE = 1 << 9;
    static final int ADVERTISEMENT = 1 << 10;
    static final int CAPTION = 1 << 11;
    static final int META = 1 << 12;
    /** Names a template gives to the very text of an article. */
    static final int BODY = 1 << 13;

    static final int STANDFIRST = 1 << 14;
    static final int ASIDE = 1 << 15;

    /** An element that is hidden by its attributes or class names: one that an id calls so need not be. */
    static final int HIDDEN_ITSELF = 1 << 16;

    /** Names of a byline's element, and those that are none although they look like one. */
    static final int BYLINE_NAME = 1 << 17;

    static final int NO_BYLINE_NAME = 1 << 18;
    /** The name on a card; one that is also an organisation's is what the page is about. */
    static final int CARDS_NAME = 1 << 19;

    private static final int OF_BYLINES = BYLINE_NAME | NO_BYLINE_NAME | CARDS_NAME;

    /** Of remembered names only: they are spelt just as those that hide an element from all but screen readers. */
    private static final int SCREEN_READER_ONLY = 1 << 20;

    /** Left out, whatever is in it, unless it holds most of the page's text. */
    static final int FURNITURE =
            NAVIGATION | RELATED | SHARE | COMMENTS | APPEAL | COOKIE | ADVERTISEMENT | META | ASIDE;

    private static final Map<String, Integer> WORDS = words();
    private static final Map<String, Integer> STEMS = stems();
    private static final int LONGEST_STEM =
            STEMS.keySet().stream().mapToInt(String::length).max().orElse(0);

    private static final Pattern BODY_NAME = Pattern.compile(
            "(?<![a-z])(?:(?:article|story|post|entry|news|blog|single|node|page|detail)[-_ ]?(?:detail|page|item|main|full)?[-_]{0,2}"
                    + "(?:body|content|contents|text|copy|fulltext|bodytext|inner|rich-?text)"
                    + "|body-?(?:text|copy|content|main)|rich-?text|field-name-body|articlebody|storytext|maincontent-text|"
                    + "texto|cuerpo|corps|contenu|articletext|newstext|js-article-inner)(?![a-z])");
    /** One of these is in every name that {@link #BODY_NAME} matches. */
    private static final List<String> BODY_PARTS =
            List.of("body", "content", "text", "copy", "inner", "corps", "cuerpo", "contenu");

    /** What templates in other languages, and some in English, call the line. */
    private static final Pattern BYLINE = Pattern.compile(
            "(?<![a-z])(?:firma|firmante|auteurs?|autore|autori|verfasser|redakteur|redactor|writer|writers|journalist|"
                    + "journaliste|periodista|reporter|skribent|yazar|muhabir|muellif|signature|avtor)(?![a-z])");

    /** One of these is in every name that {@link #BYLINE} matches. */
    private static final List<String> BYLINE_PARTS = List.of(
            "firma", "aut", "verf", "reda", "write", "journ", "period", "repo", "skrib", "yazar", "muha", "muel",
            "sign", "avtor");

    private static final List<String> BYLINE_WORDS = List.of("byline", "author", "dateline", "writtenby", "autor");
    private static final List<String> NO_BYLINE = List.of("authors-list", "authority", "avatar", "bio");

    private static final List<String> MAYBE =
            List.of(("and|article|body|column|content|main|shadow|story|text|entry").split("[|]"));
    private static final List<String> POSITIVE_NAME =
            List.of(("article|body|content|entry|hentry|main|page|post|text|blog|story").split("[|]"));
    private static final List<String> NEGATIVE_NAME =
            List.of(("hidden|banner|combx|comment|contact|footer|footnote|gdpr|masthead|media|meta|outbrain"
                            + "|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget")
                    .split("[|]"));
    /** These only where no letter is beside them. */
    private static final List<String> NEGATIVE_WORDS = List.of("ad", "ads", "hid", "com");

    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    /** Text for screen readers only: labels of what others see as a picture or a button. */
    private static final List<String> SCREEN_READER = List.of(
            "screen-reader",
            "screenreader",
            "sr-only",
            "visually-hidden",
            "visuallyhidden",
            "off-screen",
            "offscreen",
            "assistive",
            "skip-link",
            "print-only",
            "tooltip");

    private static final Set<String> UNLIKELY_ROLES = Set.of(
            "menu",
            "menubar",
            "complementary",
            "navigation",
            "alert",
            "alertdialog",
            "dialog",
            "search",
            "banner",
            "contentinfo");

    /** Sites use the same few hundred names on all their pages; the bound is for those that make up new ones. */
    private static final int MAX_KNOWN = 20_000;

    private static final int MAX_KNOWN_LENGTH = 300;
    /** No name that hides an element is as short. */
    private static final int SHORT = 5;

    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    int of(Element element) {
        String tag = element.normalName();
        int marks = switch (tag) {
            case "nav", "menu" -> NAVIGATION;
            case "aside" -> ASIDE;
            case "footer", "form", "dialog" -> UNLIKELY;
            case "figcaption" -> CAPTION;
            default -> 0;
        };
        if (element.attributesSize() == 0) {
            return marks;
        }
        Attributes attributes = element.attributes();
        String classes = attributes.get("class").trim();
        int ofClasses = classes.isEmpty() ? 0 : named(classes);
        String id = attributes.get("id");
        int ofId = id.isEmpty() ? 0 : named(id) & ~CARDS_NAME;
        // Most links have nothing else, so nothing else is looked for.
        int seen = (classes.isEmpty() ? 0 : 1) + (id.isEmpty() ? 0 : 1);
        if (seen == element.attributesSize()
                || tag.equals("a") && seen + 1 == element.attributesSize() && attributes.hasKey("href")) {
            boolean hidden = classes.length() > SHORT && (ofClasses & SCREEN_READER_ONLY) != 0;
            return of(tag, marks, ofClasses, ofId, hidden);
        }
        return of(
                tag, marks | ofRoleAndProperty(attributes), ofClasses, ofId, isHidden(attributes, classes, ofClasses));
    }

    private static int of(String tag, int marks, int ofClasses, int ofId, boolean hidden) {
        int names = ofClasses | ofId;
        int all = marks | names | (hidden ? HIDDEN | HIDDEN_ITSELF : 0);
        // A table's parts are named for looks, and a heading is judged by its words.
        return switch (tag) {
            case "body", "html" -> (hidden ? HIDDEN | HIDDEN_ITSELF : 0) | names & OF_BYLINES;
            case "td", "tr", "tbody", "table" -> all & ~(UNLIKELY | META | ASIDE);
            // An id that links jump to, such as "skip-link-target", hides nothing.
            case "main", "article" -> all & ~(UNLIKELY | META | ASIDE | (hidden ? 0 : HIDDEN));
            case "h1", "h2", "h3" -> all & ~(META | UNLIKELY);
            default -> all;
        };
    }

    private static int ofRoleAndProperty(Attributes attributes) {
        int marks = 0;
        String role = attributes.get("role");
        if (!role.isEmpty() && UNLIKELY_ROLES.contains(role.toLowerCase(Locale.ROOT))) {
            marks |= role.equalsIgnoreCase("navigation") ? NAVIGATION : UNLIKELY;
        }
        String itemprop = attributes.get("itemprop");
        if (itemprop.equalsIgnoreCase("articleBody")) {
            marks |= BODY;
        } else if (itemprop.equalsIgnoreCase("comment")) {
            marks |= COMMENTS;
        }
        return marks;
    }

    /** jsoup has made all names lower-case, so none has to be compared without case. */
    private static boolean isHidden(Attributes attributes, String classes, int ofClasses) {
        return classes.length() > SHORT && (ofClasses & SCREEN_READER_ONLY) != 0
                || attributes.hasKey("hidden")
                || attributes.get("aria-hidden").equals("true")
                || isHiddenStyle(attributes.get("style"));
    }

    private static boolean isHiddenStyle(String style) {
        return style.length() >= 12
                && mayHide(style)
                && HIDDEN_STYLE.matcher(style).find();
    }

    /** Tells most styles apart without a pattern: only those in capitals may say it otherwise. */
    private static boolean mayHide(String style) {
        return style.contains("none") || style.contains("hidden") || !style.equals(style.toLowerCase(Locale.ROOT));
    }

    private static boolean containsAny(String names, List<String> parts) {
        for (String part : parts) {
            if (names.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAnyWord(String names, List<String> words) {
        for (String word : words) {
            for (int at = names.indexOf(word); at >= 0; at = names.indexOf(word, at + 1)) {
                int end = at + word.length();
                if ((at == 0 || !isLetter(names.charAt(at - 1)))
                        && (end == names.length() || !isLetter(names.charAt(end)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private int named(String names) {
        Integer cached = known.get(names);
        if (cached == null) {
            cached = ofNames(names) | ofByline(names) | (containsAny(names, SCREEN_READER) ? SCREEN_READER_ONLY : 0);
            if (names.length() <= MAX_KNOWN_LENGTH && known.size() < MAX_KNOWN) {
                known.put(names, cached);
            }
        }
        return cached;
    }

    private static int ofByline(String raw) {
        String names = raw.toLowerCase(Locale.ROOT);
        List<String> words = List.of(TextLine.SPACES.split(names));
        boolean byline = containsAny(names, BYLINE_WORDS)
                || containsAny(names, BYLINE_PARTS) && BYLINE.matcher(names).find();
        return (byline ? BYLINE_NAME : 0)
                | (containsAny(names, NO_BYLINE) ? NO_BYLINE_NAME : 0)
                | (words.contains("fn") && !words.contains("org") ? CARDS_NAME : 0);
    }

    private static int ofNames(String raw) {
        // A page builder's name for each of its boxes, the story's paragraphs among them.
        String own = raw.replace("elementor-widget", "elementor-box");
        String names = separated(own.length() > 400 ? own.substring(0, 400) : own);
        int marks = containsAny(names, SCREEN_READER) ? HIDDEN : 0;
        String last = "";
        int start = -1;
        for (int i = 0; i <= names.length(); i++) {
            boolean letter = i < names.length() && Character.isLetterOrDigit(names.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = names.substring(start, i);
                marks |= NEGATIONS.contains(last) ? 0 : ofWord(word);
                last = word;
                start = -1;
            }
        }
        if (containsAny(names, BODY_PARTS) && BODY_NAME.matcher(names).find() && (marks & (FURNITURE | CAPTION)) == 0) {
            marks |= BODY;
        }
        if (containsAny(names, POSITIVE_NAME)) {
            marks |= POSITIVE;
        }
        if (containsAny(names, NEGATIVE_NAME) || containsAnyWord(names, NEGATIVE_WORDS)) {
            marks |= NEGATIVE;
        }
        if ((marks & UNLIKELY) != 0 && containsAny(names, MAYBE)) {
            marks &= ~UNLIKELY;
        }
        return marks;
    }

    private static final Set<String> NEGATIONS =
            Set.of("no", "has", "with", "without", "hide", "enable", "enabled", "is", "not", "non", "after", "before");

    private static int ofWord(String word) {
        Integer exact = WORDS.get(word);
        if (exact != null) {
            return exact;
        }
        for (int n = Math.min(LONGEST_STEM, word.length()); n >= 4; n--) {
            Integer stem = STEMS.get(word.substring(0, n));
            if (stem != null) {
                return stem;
            }
        }
        return 0;
    }

    /** Camel case and digits as separate lower-case words. */
    private static String separated(String names) {
        StringBuilder out = new StringBuilder(names.length() + 8);
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1))) {
                out.append('-');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    private static void put(Map<String, Integer> map, int mark, String words) {
        for (String word : words.split(" ")) {
            map.merge(word, mark, (a, b) -> a | b);
        }
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        put(
                words,
                NAVIGATION,
                "nav navbar navi navigation menu submenu subnav topnav pager paging pagination sitemap toolbar");
        put(words, SHARE, "share shares sharing sharebar addthis addtoany sharedaddy socials jssocials shariff");
        put(
                words,
                RELATED,
                "readmore readalso recirc recirculation teaser teasers trending trends viral taboola outbrain "
                        + "zergnet revcontent mgid yarpp rp4wp popular morefrom mostread upnext nextup");
        put(
                words,
                COMMENTS,
                "comment comments commentlist respond disqus replies reply livefyre fbcomments komentar komentare "
                        + "kommentare kommentar comentarios comentario commentaires commenti reacties yorumlar");
        put(
                words,
                APPEAL,
                "newsletter newsletters subscribe subscription subscriptions signup donate donation membership "
                        + "optin mailchimp mc4wp paywall regwall piano");
        put(
                words,
                COOKIE,
                "cookie cookies gdpr consent cookiebar cookienotice onetrust didomi usercentrics cybot cookiebot "
                        + "truste trustarc cmp cmpbox ccpa privacymanager iubenda termly osano");
        put(
                words,
                ADVERTISEMENT,
                "ad ads advert adverts advertisement advertorial adslot adbox adunit adsense sponsored "
                        + "sponsor dfp gpt publicidad publicidade reklama anzeige werbung banner banners skyscraper");
        put(
                words,
                META,
                "byline bylines authors authorbox tags taglist breadcrumb breadcrumbs crumbs timestamp postmeta "
                        + "dateline rating ratings author authorbio bio contributor contributors signature");
        put(words, ASIDE, "sidebar sidebars rightbar leftbar rail");
        put(words, CAPTION, "caption captions figcaption credit credits imagecaption");
        put(
                words,
                UNLIKELY,
                "footer header masthead extra legends legend popup popover modal rss widget widgets toolbar "
                        + "login register search skip social community supplemental agegate remark shoutbox foot "
                        + "promo promos promotion promobox lightbox overlay ticker weather poll quiz hotline");
        put(
                words,
                STANDFIRST,
                "standfirst lede lead dek deck subtitle subheadline subhead strapline chapo sapo vorspann "
                        + "entradilla bajada perex ingress manchet summary excerpt intro kicker subtitulo sommario catenaccio teasertext");
        return Map.copyOf(words);
    }

    private static Map<String, Integer> stems() {
        Map<String, Integer> stems = new HashMap<>();
        put(stems, NAVIGATION, "navig breadcrumb");
        put(
                stems,
                SHARE,
                "socialshare sharebutton shareicon sharetool sharelink socialmedia socialicon socialbutton sociallink");
        put(
                stems,
                RELATED,
                "relatedp relateda relateds relatedl relatedn relatedc related recommend mostpop mostread moreon morestor readnext");
        put(stems, COMMENTS, "commentl comments commenta commentf disqus");
        put(stems, APPEAL, "newsletter subscri paywall");
        put(stems, COOKIE, "cookie onetrust didomi usercentr trustarc cookiebot cmpbox consent");
        put(stems, ADVERTISEMENT, "advert adcontainer adwrapper sponsor");
        put(stems, META, "breadcrumb authorbio authorinfo");
        put(stems, ASIDE, "sidebar");
        return Map.copyOf(stems);
    }
}

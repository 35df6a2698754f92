package dateline.ingest.revise;

import dateline.contract.ArticleDate;
import dateline.contract.IncomingArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells two sightings of one article apart, small enough to keep for every article there is.
 *
 * @param text hash of title, subtitle and body, blind to white space and to the typography of quotes and dashes: a
 *     cosmetic change is no revision
 * @param rest hash of everything else an outlet or operator can correct: date, bylines, outlet, section, tags
 */
record Fingerprint(long text, long rest) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16}):([0-9a-f]{16})");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern QUOTES = Pattern.compile("[\"'`´‘’‚‛“”„‟«»‹›]+");
    private static final Pattern DASHES = Pattern.compile("[-‐-―−]+");

    static Fingerprint of(IncomingArticle article) {
        String text = article.title() + "\n" + Objects.toString(article.subtitle(), "") + "\n" + article.body();
        ArticleDate published = article.published();
        // Each sighting has its own "first seen"; that alone is no correction.
        String date =
                published.source() == ArticleDate.Source.FIRST_SEEN ? "" : published.at() + "/" + published.precision();
        String rest = String.join(
                "\n",
                date,
                article.bylines().toString(),
                article.outlet().toString(),
                Objects.toString(article.declaredLanguage(), ""),
                Objects.toString(article.section(), ""),
                article.tags().toString());
        return new Fingerprint(hash(normalized(text)), hash(rest));
    }

    /** Reads what {@link #toString} wrote; throws IllegalArgumentException on anything else. */
    static Fingerprint parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a fingerprint: " + text);
        }
        return new Fingerprint(
                HexFormat.fromHexDigitsToLong(form.group(1)), HexFormat.fromHexDigitsToLong(form.group(2)));
    }

    static String normalized(String text) {
        String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String quotes = QUOTES.matcher(nfkc).replaceAll("'");
        String dashes = DASHES.matcher(quotes).replaceAll("-");
        return BLANKS.matcher(dashes).replaceAll(" ").strip();
    }

    private static long hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(text) + ":" + hex.toHexDigits(rest);
    }
}

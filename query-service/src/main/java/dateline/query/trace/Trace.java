package dateline.query.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one article.
 *
 * @param id the article's id
 * @param url its canonical URL, if it is known
 * @param summary where it is, in one sentence
 * @param steps the way, in order
 */
public record Trace(String id, @Nullable String url, String summary, List<Step> steps) {}

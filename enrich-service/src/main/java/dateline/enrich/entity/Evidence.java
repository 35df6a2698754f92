package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.enrich.tagger.TaggedSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rest of an article says about one of its names: which countries it is about, whom it names in full. */
final class Evidence {
    private final Map<String, Double> countries = new HashMap<>();
    /** Tokens at which an entity is named in full, by its number. */
    private final Map<Integer, List<Integer>> anchors = new HashMap<>();
    /** The tagged span that covers a token; null outside all. */
    private final @Nullable TaggedSpan[] tagged;

    private final boolean hasTagger;

    Evidence(Reading reading, @Nullable List<TaggedSpan> spans, ArticleContext context) {
        tagged = new TaggedSpan[reading.tokens.size()];
        hasTagger = spans != null;
        if (spans != null) {
            for (TaggedSpan span : spans) {
                Arrays.fill(tagged, span.from(), span.to(), span);
            }
        }
        if (context.outletCountry() != null) {
            country(context.outletCountry(), 0.7);
        }
    }

    boolean hasTagger() {
        return hasTagger;
    }

    void country(String code, double weight) {
        countries.merge(code, weight, Double::sum);
    }

    /** From 0 (not mentioned) to 1 (the article is about this country). */
    double country(@Nullable String code) {
        if (code == null) {
            return 0;
        }
        Double weight = countries.get(code);
        return weight == null ? 0 : Math.min(1, weight / 2);
    }

    void anchor(int entity, int token) {
        anchors.computeIfAbsent(entity, e -> new ArrayList<>(2)).add(token);
    }

    boolean isAnchored(int entity) {
        return anchors.containsKey(entity);
    }

    /** How far behind the entity's last full name the token is; large where the full name comes later. */
    int distance(int entity, int token) {
        List<Integer> at = anchors.getOrDefault(entity, List.of());
        int next = Collections.binarySearch(at, token);
        if (next >= 0) {
            return 0;
        }
        int behind = -next - 1;
        if (behind > 0) {
            return token - at.get(behind - 1);
        }
        return at.isEmpty() ? Integer.MAX_VALUE : 100_000 + at.getFirst() - token;
    }

    @Nullable
    TaggedSpan taggedAt(int token) {
        return tagged[token];
    }

    /** The tagger's type for exactly this span, or null. */
    @Nullable
    EntityType taggedAs(int from, int to) {
        TaggedSpan span = tagged[from];
        return span != null && span.from() == from && span.to() == to ? span.type() : null;
    }

    /** Whether the tagger saw no name at all in the span. */
    boolean untagged(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tagged[i] != null) {
                return false;
            }
        }
        return true;
    }
}

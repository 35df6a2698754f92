package dateline.enrich.quote;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.contract.Quote;
import dateline.newsroom.GoldLabels;
import dateline.newsroom.SampleArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Counts quotations that are right, as {@code docs/benchmarks/quotes.md} defines it: a span is right if start, end and
 * kind are those of a gold quotation; it overlaps if it shares half of the units of both together.
 */
final class QuoteScore {
    /** The counts of one kind of quotation. */
    private static final class Counts {
        int gold;
        int found;
        int exact;
        int overlapping;
        int withSpeaker;
        int speakerRight;
        int speakerWrong;
        int continues;
        int continuesRight;

        double f1(int right) {
            return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
        }
    }

    private final Map<String, Counts> counts = new HashMap<>();
    private final Consumer<String> errors;

    QuoteScore(Consumer<String> errors) {
        this.errors = errors;
        for (String kind : List.of("direct", "indirect", "together")) {
            counts.put(kind, new Counts());
        }
    }

    void add(SampleArticle article, List<Mention> mentions, List<Quote> found) {
        Map<String, Set<String>> goldIds = goldIds(article, mentions);
        Set<Quote> used = new HashSet<>();
        for (GoldLabels.Quote gold : article.gold().quotes()) {
            Quote exact = null;
            Quote overlapping = null;
            for (Quote one : found) {
                if ((one.kind() == Quote.Kind.DIRECT) == gold.direct()) {
                    if (one.start() == gold.start() && one.end() == gold.end()) {
                        exact = one;
                    } else if (overlaps(one, gold)) {
                        overlapping = one;
                    }
                }
            }
            for (Counts of : of(gold.direct())) {
                of.gold++;
                of.exact += exact != null ? 1 : 0;
                of.overlapping += exact != null || overlapping != null ? 1 : 0;
                of.continues += exact != null ? 1 : 0;
                of.continuesRight += exact != null && exact.continues() == gold.continues() ? 1 : 0;
            }
            if (exact == null) {
                errors.accept("MISSED " + show(article, gold.start(), gold.end(), gold.direct()));
                continue;
            }
            used.add(exact);
            if (exact.continues() != gold.continues()) {
                errors.accept("CONTINUES " + show(article, gold.start(), gold.end(), gold.direct()));
            }
            String speaker = gold.speaker();
            if (speaker != null) {
                boolean right = exact.speakerId() != null
                        && goldIds.getOrDefault(exact.speakerId(), Set.of()).contains(speaker);
                for (Counts of : of(gold.direct())) {
                    of.withSpeaker++;
                    of.speakerRight += right ? 1 : 0;
                }
                if (!right) {
                    errors.accept("SPEAKER " + exact.speaker() + " = " + exact.speakerId() + " for " + speaker + ": "
                            + show(article, gold.start(), gold.end(), gold.direct()));
                }
            } else if (exact.speakerId() != null) {
                for (Counts of : of(gold.direct())) {
                    of.speakerWrong++;
                }
                errors.accept("NOBODY " + exact.speaker() + " = " + exact.speakerId() + ": "
                        + show(article, gold.start(), gold.end(), gold.direct()));
            }
        }
        for (Quote one : found) {
            for (Counts of : of(one.kind() == Quote.Kind.DIRECT)) {
                of.found++;
            }
            if (!used.contains(one)) {
                errors.accept("EXTRA " + one.speaker() + " " + one.verb() + ": "
                        + show(article, one.start(), one.end(), one.kind() == Quote.Kind.DIRECT));
            }
        }
    }

    private List<Counts> of(boolean direct) {
        return List.of(
                Objects.requireNonNull(counts.get(direct ? "direct" : "indirect")),
                Objects.requireNonNull(counts.get("together")));
    }

    private static boolean overlaps(Quote one, GoldLabels.Quote gold) {
        int shared = Math.min(one.end(), gold.end()) - Math.max(one.start(), gold.start());
        int both = Math.max(one.end(), gold.end()) - Math.min(one.start(), gold.start());
        return 2 * shared >= both;
    }

    /** For each entity found, the gold entities whose mentions it overlaps most often. */
    private static Map<String, Set<String>> goldIds(SampleArticle article, List<Mention> mentions) {
        Map<String, Map<String, Integer>> votes = new HashMap<>();
        for (Mention mention : mentions) {
            for (GoldLabels.EntityMention gold : article.gold().entities()) {
                boolean sameField = mention.field().name().equals(gold.field().name());
                if (sameField && mention.start() < gold.end() && gold.start() < mention.end()) {
                    votes.computeIfAbsent(mention.entityId(), id -> new HashMap<>())
                            .merge(gold.entity(), 1, Integer::sum);
                }
            }
        }
        Map<String, Set<String>> ids = new HashMap<>();
        votes.forEach((id, by) -> {
            int most = by.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            Set<String> best = new HashSet<>();
            by.forEach((gold, count) -> {
                if (count == most) {
                    best.add(gold);
                }
            });
            ids.put(id, best);
        });
        return ids;
    }

    /** The gold labels in the form that the entity enricher gives its own. */
    static List<Mention> goldMentions(SampleArticle article) {
        List<Mention> mentions = new ArrayList<>();
        for (GoldLabels.EntityMention gold : article.gold().entities()) {
            mentions.add(new Mention(
                    Mention.Field.valueOf(gold.field().name()),
                    gold.start(),
                    gold.end(),
                    gold.surface(),
                    EntityType.valueOf(gold.type().name()),
                    gold.entity(),
                    1,
                    Mention.By.ALIAS));
        }
        return mentions;
    }

    private static String show(SampleArticle article, int start, int end, boolean direct) {
        String body = article.body();
        return (article.slug() + " " + (direct ? "D " : "I ")
                        + body.substring(Math.max(0, start - 60), start)
                        + "[[" + body.substring(start, end) + "]]"
                        + body.substring(end, Math.min(body.length(), end + 60)))
                .replace('\n', '¶');
    }

    double f1(String kind) {
        Counts of = Objects.requireNonNull(counts.get(kind));
        return of.f1(of.exact);
    }

    double speakers(String kind) {
        Counts of = Objects.requireNonNull(counts.get(kind));
        return of.withSpeaker == 0 ? 0 : of.speakerRight / (double) of.withSpeaker;
    }

    /** A table in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("""
            | kind | gold | found | precision | recall | F1 | F1 overlap | speakers right | named without one | continues right |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        for (String kind : List.of("direct", "indirect", "together")) {
            Counts of = Objects.requireNonNull(counts.get(kind));
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f (%d of %d) | %d | %.3f |%n",
                    kind,
                    of.gold,
                    of.found,
                    of.found == 0 ? 0 : of.exact / (double) of.found,
                    of.gold == 0 ? 0 : of.exact / (double) of.gold,
                    of.f1(of.exact),
                    of.f1(of.overlapping),
                    speakers(kind),
                    of.speakerRight,
                    of.withSpeaker,
                    of.speakerWrong,
                    of.continues == 0 ? 0 : of.continuesRight / (double) of.continues));
        }
        return table.toString();
    }
}

package dateline.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.JsonpMapper;
import dateline.query.index.Names;
import dateline.query.names.NameDirectory;
import dateline.query.names.Named;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Counts found articles by their facets. That takes time in proportion to the articles, so of very many a random sample is
 * counted, and of {@code c} among {@code n} in the sample stand {@code N c / n} for all {@code N} (the ratio estimator). Its
 * standard error is at most {@code sqrt(c (1 - p)) / p}, where {@code p} is the share that is counted. See
 * docs/decisions/0014.
 */
final class FacetCounts {
    private static final String SAMPLE = "sample";

    /** Always the same, so that the same question gets the same answer while the index rests. */
    private static final int SEED = 20;

    /** How many standard errors the bound of a count has: 997 of 1,000 counts are within three. */
    private static final double ERRORS = 3;

    /** Which make up {@link Facet#ENTITY}: its first values are among theirs. */
    private static final Set<Facet> KINDS =
            Collections.unmodifiableSet(EnumSet.of(Facet.PERSON, Facet.ORGANISATION, Facet.PLACE));

    private final NameDirectory directory;
    private final JsonpMapper mapper;
    private final int size;
    private final int sample;

    FacetCounts(NameDirectory directory, JsonpMapper mapper, SearchSettings settings) {
        this.directory = directory;
        this.mapper = mapper;
        this.size = settings.facetSize();
        this.sample = settings.facetSample();
    }

    /**
     * What share of so many articles to count, above 0.
     *
     * @return 1 to count all of them, otherwise at most a half: a sample of more would save little
     */
    double share(long articles) {
        return articles <= 2L * sample ? 1 : (double) sample / articles;
    }

    /** What to ask Elasticsearch. */
    Map<String, Aggregation> asking(Set<Facet> facets, double share) {
        Map<String, Aggregation> counts = new TreeMap<>();
        for (Facet facet : counted(facets)) {
            counts.put(facet.label(), count(facet));
        }
        if (share == 1 || counts.isEmpty()) {
            return counts;
        }
        return Map.of(
                SAMPLE,
                Aggregation.of(sampled -> sampled.randomSampler(
                                sampler -> sampler.probability(share).seed(SEED))
                        .aggregations(counts)));
    }

    private static Set<Facet> counted(Set<Facet> facets) {
        Set<Facet> counted = EnumSet.noneOf(Facet.class);
        counted.addAll(facets);
        if (facets.containsAll(KINDS)) {
            counted.remove(Facet.ENTITY);
        }
        return counted;
    }

    private Aggregation count(Facet facet) {
        // Twice as many as are shown, since an id under two labels takes two places.
        int most = size * 2;
        return Aggregation.of(aggregation -> aggregation.terms(terms -> terms.field(facet.field())
                .size(most)
                // More than by default, so that the counts of several shards add up to the truth.
                .shardSize(most * 10)));
    }

    /** Facets, each with its most frequent values and how exact they are. */
    record Answer(Map<Facet, List<FacetValue>> values, Map<Facet, FacetBounds> bounds) {}

    /** Reads what Elasticsearch answers, where so many articles were found. */
    Answer read(Set<Facet> facets, double share, long found, Map<String, Aggregate> answered) {
        Counts counts = share == 1 ? all(answered) : sampled(answered.get(SAMPLE), share, found);
        Map<Facet, List<FacetValue>> values = new EnumMap<>(Facet.class);
        Map<Facet, FacetBounds> bounds = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            List<StringTermsAggregate> of = parts(facet, facets).stream()
                    .map(part -> counts.terms().get(part.label()))
                    .filter(part -> part != null)
                    .toList();
            List<FacetValue> all = labelled(
                    of.stream().flatMap(part -> part.buckets().array().stream()).toList(), counts.times());
            List<FacetValue> shown = all.subList(0, Math.min(size, all.size()));
            values.put(facet, labelled(facet, shown));
            bounds.put(facet, bounds(of, all, shown, share));
        }
        return new Answer(values, bounds);
    }

    /** What Elasticsearch counted, and what to multiply it by. */
    private record Counts(double times, Map<String, StringTermsAggregate> terms) {}

    private static Set<Facet> parts(Facet facet, Set<Facet> asked) {
        return facet == Facet.ENTITY && asked.containsAll(KINDS) ? KINDS : Set.of(facet);
    }

    private static FacetBounds bounds(
            List<StringTermsAggregate> counts, List<FacetValue> all, List<FacetValue> shown, double share) {
        long error = counts.stream()
                .mapToLong(each -> orNone(each.docCountErrorUpperBound()))
                .sum();
        long others = counts.stream()
                .mapToLong(each -> orNone(each.sumOtherDocCount()))
                .sum();
        long cut = all.stream().skip(shown.size()).mapToLong(FacetValue::count).sum();
        long most = shown.stream().mapToLong(FacetValue::count).max().orElse(0);
        long chance = (long) Math.ceil(ERRORS * Math.sqrt(most * (1 - share) / share));
        return new FacetBounds(error + chance, others + cut, share);
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static Counts all(Map<String, Aggregate> answered) {
        Map<String, StringTermsAggregate> terms = new TreeMap<>();
        answered.forEach((name, aggregate) -> {
            // Without any value in the index, the field has no type that the answer could have.
            if (aggregate.isSterms()) {
                terms.put(name, aggregate.sterms());
            }
        });
        return new Counts(1, terms);
    }

    /**
     * The client does not know this kind of answer; what is in it, it does. Elasticsearch has multiplied by the share that was
     * asked for, but chance makes a sample somewhat larger or smaller; what was really drawn gives the better estimate.
     */
    private Counts sampled(@Nullable Aggregate sample, double share, long found) {
        Map<String, StringTermsAggregate> terms = new TreeMap<>();
        if (sample == null || !sample._isCustom()) {
            return new Counts(1, terms);
        }
        JsonObject answer = sample._custom().toJson(mapper).asJsonObject();
        String known = "sterms#";
        answer.forEach((key, value) -> {
            if (key.startsWith(known)) {
                terms.put(
                        key.substring(known.length()),
                        JsonData.of(value, mapper).to(StringTermsAggregate.class, mapper));
            }
        });
        long drawn = answer.getJsonNumber("doc_count").longValue();
        return new Counts(share * found / Math.max(1, drawn), terms);
    }

    /**
     * Adds up buckets of pairs of id and label. One id has several labels after its name was changed, and none for a
     * topic that an article has only by a narrower one; the most frequent label is shown.
     */
    private static List<FacetValue> labelled(List<StringTermsBucket> buckets, double times) {
        Map<String, FacetValue> byId = new LinkedHashMap<>();
        for (StringTermsBucket bucket : buckets) {
            String pair = bucket.key().stringValue();
            int separator = pair.indexOf(Names.SEPARATOR);
            String id = separator < 0 ? pair : pair.substring(0, separator);
            String label = separator < 0 ? pair : pair.substring(separator + 1);
            byId.merge(
                    id,
                    new FacetValue(id, label, Math.round(bucket.docCount() * times)),
                    (a, b) -> new FacetValue(id, a.label().isEmpty() ? b.label() : a.label(), a.count() + b.count()));
        }
        List<FacetValue> values = new ArrayList<>();
        for (FacetValue value : byId.values()) {
            values.add(value.label().isEmpty() ? new FacetValue(value.value(), value.value(), value.count()) : value);
        }
        values.sort((a, b) -> Long.compare(b.count(), a.count()));
        return List.copyOf(values);
    }

    /** Where the index has only the value, what to show for it. */
    private List<FacetValue> labelled(Facet facet, List<FacetValue> values) {
        @Nullable
        UnaryOperator<String> label = switch (facet) {
            case LANGUAGE -> value -> Locale.forLanguageTag(value).getDisplayLanguage(Locale.ENGLISH);
            case COUNTRY -> CountryNames::name;
            case SPEAKER -> value -> directory.get(value).map(Named::label).orElse(value);
            case ENTITY, PERSON, ORGANISATION, PLACE, TOPIC, OUTLET, TAG -> null;
        };
        return label == null
                ? List.copyOf(values)
                : values.stream()
                        .map(each -> new FacetValue(each.value(), label.apply(each.value()), each.count()))
                        .toList();
    }
}

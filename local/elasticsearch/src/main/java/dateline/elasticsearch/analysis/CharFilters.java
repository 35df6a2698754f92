package dateline.elasticsearch.analysis;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The character filters, each with the settings and defaults of the public distribution. */
final class CharFilters {
    /** The same escapes in a mapping rule as in a Java string. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> byName() {
        return Map.of(
                "html_strip",
                (index, environment, name, settings) -> {
                    var kept = Set.copyOf(settings.getAsList("escaped_tags"));
                    return new HtmlStrip(name, kept);
                },
                "mapping",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
                    var mappings = mappings(name, settings);
                    return new Normalizing(name, in -> new MappingCharFilter(mappings, in));
                }),
                "pattern_replace",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) -> {
                    var pattern = Regex.compile(required(name, settings, "pattern"), settings.get("flags"));
                    var replacement = settings.get("replacement", "");
                    return new Normalizing(name, in -> new PatternReplaceCharFilter(pattern, replacement, in));
                }));
    }

    private static NormalizeCharMap mappings(String name, Settings settings) {
        List<String> rules = settings.getAsList("mappings");
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("The char filter [" + name + "] needs [mappings]");
        }
        var builder = new NormalizeCharMap.Builder();
        for (var rule : rules) {
            var arrow = rule.lastIndexOf("=>");
            if (arrow < 1) {
                throw new IllegalArgumentException("Not a mapping rule (from => to): " + rule);
            }
            builder.add(
                    unescape(rule.substring(0, arrow).strip()),
                    unescape(rule.substring(arrow + 2).strip()));
        }
        return builder.build();
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            var escape = match.group(1);
            var character = escape.length() == 5
                    ? (char) Integer.parseInt(escape, 1, 5, 16)
                    : switch (escape) {
                        case "b" -> '\b';
                        case "f" -> '\f';
                        case "n" -> '\n';
                        case "r" -> '\r';
                        case "t" -> '\t';
                        default -> escape.charAt(0);
                    };
            return Matcher.quoteReplacement(String.valueOf(character));
        });
    }

    private static String required(String name, Settings settings, String setting) {
        if (!settings.hasValue(setting)) {
            throw new IllegalArgumentException("The char filter [" + name + "] needs [" + setting + "]");
        }
        return settings.get(setting);
    }

    private static final class HtmlStrip extends AbstractCharFilterFactory {
        private final Set<String> kept;

        HtmlStrip(String name, Set<String> kept) {
            super(name);
            this.kept = kept;
        }

        @Override
        public Reader create(Reader in) {
            return new HTMLStripCharFilter(in, kept);
        }
    }

    /** A filter that may stand in a normalizer too. */
    private static final class Normalizing extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {
        private final UnaryOperator<Reader> filter;

        Normalizing(String name, UnaryOperator<Reader> filter) {
            super(name);
            this.filter = filter;
        }

        @Override
        public Reader create(Reader in) {
            return filter.apply(in);
        }
    }
}

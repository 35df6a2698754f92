package dateline.query.suggest;

import dateline.query.index.Names;
import dateline.query.names.NameDirectory;
import dateline.query.names.Named;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Suggests what the indexed articles name. */
@Component
class NameSuggestions implements SuggestionSource {
    private final NameDirectory directory;

    NameSuggestions(NameDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Named.Kind.values()).map(NameSuggestions::label).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Suggestion> suggest(String text, Set<String> kinds, int size) {
        return directory.complete(text, named -> kinds.contains(label(named.kind())), size).stream()
                .map(found -> {
                    Named named = found.named();
                    return new Suggestion(
                            label(named.kind()),
                            named.id(),
                            switch (named.kind()) {
                                case PERSON, ORGANISATION, PLACE -> "entity";
                                case TOPIC -> "topic";
                                case OUTLET -> "outlet";
                            },
                            named.label(),
                            found.name().equals(Names.fold(named.label())) ? null : found.name(),
                            named.articles());
                })
                .toList();
    }

    private static String label(Named.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

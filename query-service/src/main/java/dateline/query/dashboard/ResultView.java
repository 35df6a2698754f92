package dateline.query.dashboard;

import dateline.query.search.ArticleItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A found article in a list. */
public record ResultView(
        String link,
        MarkedText title,
        String outlet,
        String outletLink,
        ShownTime published,
        boolean revised,
        @Nullable String language,
        MarkedText snippet,
        List<Tag> entities) {
    private static final int SHOWN_ENTITIES = 6;

    static ResultView of(PageAddress address, ArticleItem item) {
        return new ResultView(
                "/articles/" + item.id(),
                MarkedText.ofMatches(item.title().isBlank() ? "Untitled" : item.title(), item.titleMatches()),
                item.outlet().name(),
                address.to("/", "outlet", item.outlet().id()),
                ShownTime.of(item.published()),
                item.revision() > 1,
                item.language(),
                MarkedText.ofMatches(item.snippet().text(), item.snippet().matches()),
                item.entities().stream()
                        .limit(SHOWN_ENTITIES)
                        .map(entity ->
                                new Tag(Wording.words(entity.type()), entity.name(), address.entity(entity.id())))
                        .toList());
    }
}

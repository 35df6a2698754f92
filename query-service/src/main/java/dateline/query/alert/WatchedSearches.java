package dateline.query.alert;

import dateline.query.index.ArticleDocument;
import dateline.query.match.SearchMonitor;
import dateline.query.match.SearchMonitor.Watched;
import dateline.query.saved.QueryText;
import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import dateline.query.saved.SearchProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The saved searches in the form that articles are put to. */
@Component
final class WatchedSearches implements SavedSearches.Watcher, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedSearches.class);

    private volatile SearchMonitor monitor = new SearchMonitor();

    @Override
    public void begin() {
        SearchMonitor earlier = monitor;
        monitor = new SearchMonitor();
        earlier.close();
    }

    @Override
    public void changed(Collection<SavedSearch> saved, Collection<String> deleted) {
        List<Watched> watched = new ArrayList<>();
        for (SavedSearch search : saved) {
            try {
                watched.add(new Watched(search.id(), QueryText.read(search.query()), search.names()));
            } catch (SearchProblem e) {
                // Saved by a Dateline that knew more than this one, or less strict.
                LOG.error("Saved search {} can not be looked out for: {}", search.id(), e.getMessage());
            }
        }
        monitor.put(watched);
        monitor.remove(deleted);
    }

    /** The ids of the searches that an article matches. */
    Set<String> match(ArticleDocument article) {
        return monitor.match(article);
    }

    @Override
    public void destroy() {
        monitor.close();
    }
}

package dateline.query.saved;

import dateline.access.Caller;
import dateline.access.audit.AuditFilter;
import dateline.access.key.Role;
import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleSearch;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/searches}. Whatever changes something takes JSON only, so that no page of another site can have a browser
 * send it.
 */
@RestController
@RequestMapping("/api/searches")
class SavedSearchController {
    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_PAGE = 500;
    private static final int SECRET_BYTES = 32;

    private final SavedSearches searches;
    private final ArticleSearch articles;
    private final Backtest backtest;
    private final ChannelCheck channels;
    private final SavedSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    SavedSearchController(
            SavedSearches searches,
            ArticleSearch articles,
            Backtest backtest,
            ChannelCheck channels,
            SavedSettings settings) {
        this.searches = searches;
        this.articles = articles;
        this.backtest = backtest;
        this.channels = channels;
        this.settings = settings;
    }

    /** A saved search as it is shown, without its secret. */
    record Shown(
            String id,
            String name,
            String owner,
            String query,
            boolean oncePerStory,
            boolean volume,
            List<Channel> channels,
            long version,
            Instant createdAt,
            Instant changedAt,
            String feed,
            String events) {
        static Shown of(SavedSearch search) {
            return of(search, search.channels());
        }

        /** Addresses of webhooks and people are for those who may change them. */
        static Shown forAnyone(SavedSearch search) {
            return mayChange() ? of(search) : of(search, List.of());
        }

        private static boolean mayChange() {
            Authentication caller = SecurityContextHolder.getContext().getAuthentication();
            return caller != null
                    && caller.getAuthorities().stream()
                            .anyMatch(each -> Role.OPERATOR.authorities().getLast().equals(each.getAuthority()));
        }

        private static Shown of(SavedSearch search, List<Channel> channels) {
            String path = "/api/searches/" + search.id();
            return new Shown(
                    search.id(),
                    search.name(),
                    search.owner(),
                    search.query(),
                    search.oncePerStory(),
                    search.volume(),
                    channels,
                    search.version(),
                    search.createdAt(),
                    search.changedAt(),
                    path + "/feed",
                    path + "/events");
        }
    }

    /**
     * A page of them.
     *
     * @param total how many there are
     */
    record Page(int total, List<Shown> items) {}

    /**
     * The answer to saving.
     *
     * @param secret what webhooks are signed with; told only when it is new
     */
    record Saved(Shown search, @Nullable String secret, Backtest.Result backtest) {}

    /** A new secret. */
    record Secret(String secret) {}

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (page < 0 || page > 1_000_000) {
            throw SearchProblem.invalid("page", "must be a number from 0");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw SearchProblem.invalid("size", "must be a number from 1 to " + LARGEST_PAGE);
        }
        List<SavedSearch> found = searches.all().stream()
                .filter(search -> owner == null || search.owner().equals(owner))
                .sorted(Comparator.comparing(SavedSearch::createdAt).reversed().thenComparing(SavedSearch::id))
                .toList();
        return new Page(
                found.size(),
                found.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(Shown::forAnyone)
                        .toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<Shown> one(@PathVariable String id) {
        SavedSearch search = find(id);
        return ResponseEntity.ok().eTag(Long.toString(search.version())).body(Shown.forAnyone(search));
    }

    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    Backtest.Result preview(@RequestBody byte[] body) {
        SearchDraft draft = SearchDraft.read(body);
        return backtest.of(QueryText.read(draft.query()), draft.tellsOncePerStory());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Saved> create(@RequestBody byte[] body, HttpServletRequest request) {
        requireComplete();
        String owner = Caller.actor(request, request.getHeader(AuditFilter.CLAIMED));
        refuseTooMany(owner);
        Instant now = now();
        String id = UUID.randomUUID().toString();
        Saved saved = save(SearchDraft.read(body), id, owner, newSecret(), 1, now, now);
        return ResponseEntity.created(URI.create("/api/searches/" + id)).body(saved);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Saved> change(
            @PathVariable String id,
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        SavedSearch earlier = find(id);
        if (ifMatch != null && !ifMatch.equals("\"" + earlier.version() + "\"") && !ifMatch.equals("*")) {
            throw SearchProblem.changedMeanwhile(earlier.version());
        }
        Saved saved = save(
                SearchDraft.read(body),
                id,
                earlier.owner(),
                earlier.secret(),
                earlier.version() + 1,
                earlier.createdAt(),
                now());
        return ResponseEntity.ok()
                .eTag(Long.toString(saved.search().version()))
                .body(new Saved(saved.search(), null, saved.backtest()));
    }

    @PostMapping(path = "/{id}/secret", consumes = MediaType.APPLICATION_JSON_VALUE)
    Secret renewSecret(@PathVariable String id) {
        SavedSearch search = find(id);
        SavedSearch renewed = new SavedSearch(
                id,
                search.name(),
                search.owner(),
                search.query(),
                search.names(),
                search.oncePerStory(),
                search.volume(),
                search.channels(),
                newSecret(),
                search.version() + 1,
                search.createdAt(),
                now());
        searches.save(renewed);
        return new Secret(renewed.secret());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        find(id);
        searches.delete(id);
        return ResponseEntity.noContent().build();
    }

    private Saved save(
            SearchDraft draft,
            String id,
            String owner,
            String secret,
            long version,
            Instant createdAt,
            Instant changedAt) {
        String name = draft.name() == null ? "" : draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw SearchProblem.invalid("name", "must be 1 to " + LONGEST_NAME + " characters in one line");
        }
        ArticleQuery query = QueryText.read(draft.query());
        List<Channel> to = channels.check(draft.channels());
        boolean volume = draft.volume() != null && draft.volume();
        Backtest.Result result = backtest.of(query, draft.tellsOncePerStory());
        SavedSearch search = new SavedSearch(
                id,
                name,
                owner,
                QueryText.normal(draft.query()),
                articles.resolve(query),
                draft.tellsOncePerStory(),
                volume,
                to,
                secret,
                version,
                createdAt,
                changedAt);
        searches.save(search);
        return new Saved(Shown.of(search), secret, result);
    }

    private SavedSearch find(String id) {
        requireComplete();
        return searches.find(id).orElseThrow(() -> SearchProblem.unknown(id));
    }

    private void requireComplete() {
        if (!searches.isComplete()) {
            throw SearchProblem.unavailable("The saved searches have not been read yet.");
        }
    }

    private void refuseTooMany(String owner) {
        if (searches.all().size() >= settings.most()) {
            throw SearchProblem.tooMany("There are " + settings.most() + " already, and no more are taken.");
        }
        long own = searches.all().stream()
                .filter(search -> search.owner().equals(owner))
                .count();
        if (own >= settings.mostPerOwner()) {
            throw SearchProblem.tooMany(owner + " has " + own + " already, and no more are taken.");
        }
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

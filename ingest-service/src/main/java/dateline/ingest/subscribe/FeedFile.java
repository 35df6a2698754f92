package dateline.ingest.subscribe;

import dateline.ingest.problem.InvalidField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Subscribes at the start to what {@code dateline.feeds.file} lists: OPML, or YAML as in
 *
 * <pre>{@code
 * feeds:
 *   - url: https://example.org/rss.xml
 *     title: Example                # all but url may be left out
 *     outlet: {id: example.org, name: The Example, country: AM, language: en, tags: [independent]}
 *     min-interval: 10m
 *     full-text: false
 * }</pre>
 *
 * What the file says wins over what was there; what it does not say stays. A feed that is not in the file is left alone.
 * A file with a mistake keeps the service from starting.
 */
@Component
class FeedFile implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FeedFile.class);

    private final FeedsProperties properties;
    private final FeedDirectory directory;
    private final FeedRegistry registry;
    private final InstantSource clock;

    FeedFile(FeedsProperties properties, FeedDirectory directory, FeedRegistry registry, InstantSource clock) {
        this.properties = properties;
        this.directory = directory;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        Path file = properties.file();
        if (file != null) {
            List<FeedForm> forms = read(file);
            // The broker may come later than the service; everything else need not wait for that.
            Thread.ofPlatform().name("feeds-file").daemon().start(() -> subscribe(file, forms));
        }
    }

    /**
     * The subscriptions that a file lists.
     *
     * @throws IllegalArgumentException if it can not be read or an entry is wrong, saying which and why
     */
    static List<FeedForm> read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("dateline.feeds.file " + file + " can not be read", e);
        }
        boolean opml = text.stripLeading().startsWith("<");
        List<Map<String, @Nullable Object>> entries = opml ? Opml.read(text) : yaml(file, text);
        List<FeedForm> forms = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            try {
                FeedForm form = new FeedForm(entries.get(i));
                form.create(form.url(), null, Instant.EPOCH);
                forms.add(form);
            } catch (InvalidField e) {
                throw new IllegalArgumentException(file + ", feed " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return forms;
    }

    private static List<Map<String, @Nullable Object>> yaml(Path file, String text) {
        Object root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(file + " is not YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> map) || !(map.get("feeds") instanceof List<?> list)) {
            throw new IllegalArgumentException(file + " must hold a list named feeds");
        }
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException(
                        file + ", feed " + (entries.size() + 1) + ": must have fields, at least url");
            }
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            fields.forEach((key, value) -> entry.put(String.valueOf(key), value));
            entries.add(entry);
        }
        return entries;
    }

    private void subscribe(Path file, List<FeedForm> forms) {
        try {
            while (!directory.awaitComplete(Duration.ofMinutes(1))) {
                LOG.warn("{} waits for the broker", file);
            }
            List<Subscription> changed = new ArrayList<>();
            for (FeedForm form : forms) {
                String url = form.url();
                Subscription before =
                        directory.find(FeedId.of(url)).map(FeedView::feed).orElse(null);
                Subscription after = before == null ? form.create(url, null, clock.instant()) : form.change(before);
                if (!after.equals(before)) {
                    changed.add(after);
                }
            }
            registry.putAll(changed);
            LOG.info("{} lists {} feeds, {} of them new or changed", file, forms.size(), changed.size());
        } catch (FeedRegistry.NotWritten e) {
            LOG.error("The feeds of {} could not be subscribed to; restart to try again: {}", file, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

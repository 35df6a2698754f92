package dateline.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All sample outlets and articles. Everything in it is invented; see {@code newsroom/README.md}.
 *
 * @param outlets by id
 * @param articles by slug
 */
public record Newsroom(List<SampleOutlet> outlets, List<SampleArticle> articles) {
    public Newsroom {
        outlets = List.copyOf(outlets);
        articles = List.copyOf(articles);
    }

    /**
     * Reads the newsroom from the class path.
     *
     * @throws IllegalStateException if a file is not as the README says, with the file's name
     */
    public static Newsroom load() {
        try {
            URI root = Objects.requireNonNull(Newsroom.class.getResource("/newsroom/outlets"), "newsroom/outlets")
                    .toURI();
            if ("jar".equals(root.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
                    return read(jar.getPath("/newsroom"));
                }
            }
            return read(Objects.requireNonNull(Path.of(root).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Newsroom read(Path root) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<SampleOutlet> outlets = files(root.resolve("outlets"), ".json").stream()
                .map(file -> SampleOutlet.of(json.readValue(content(file), OutletFile.class)))
                .sorted(Comparator.comparing(SampleOutlet::id))
                .toList();
        ArticleReader reader = new ArticleReader(
                outlets.stream().collect(Collectors.toMap(SampleOutlet::id, Function.identity())), json);
        List<SampleArticle> articles = files(root.resolve("articles"), ".txt").stream()
                .map(reader::read)
                .sorted(Comparator.comparing(SampleArticle::slug))
                .toList();
        return new Newsroom(outlets, articles);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles of a split. */
    public List<SampleArticle> articles(SampleArticle.Split split) {
        return articles.stream().filter(article -> article.split() == split).toList();
    }

    /** The articles of an outlet, newest first. */
    public List<SampleArticle> articlesOf(SampleOutlet outlet) {
        return articles.stream()
                .filter(article -> article.outlet().id().equals(outlet.id()))
                .sorted(Comparator.comparing(SampleArticle::published)
                        .reversed()
                        .thenComparing(SampleArticle::slug))
                .toList();
    }

    /** When the newest article was published. */
    public Instant newest() {
        return articles.stream()
                .map(SampleArticle::published)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}

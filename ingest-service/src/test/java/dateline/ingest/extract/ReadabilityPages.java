package dateline.ingest.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The 130 pages of Mozilla's Readability with the text expected of each, if the shared data is there. */
record ReadabilityPages(List<Case> cases) {
    /**
     * One page.
     *
     * @param expectedText the expected article's text, block elements separated by white space
     */
    record Case(String name, String html, String expectedText, JsonNode metadata) {
        @Nullable
        String expected(String field) {
            JsonNode node = metadata.get(field);
            return node == null || node.isNull() ? null : node.asString();
        }
    }

    /** Null if the archive is not there. */
    static @Nullable ReadabilityPages load() throws IOException {
        Path archive = archive();
        return archive == null ? null : read(archive);
    }

    private static @Nullable Path archive() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path archive = up.resolve("shared/eval/readability-pages.tar.gz");
            if (Files.exists(archive)) {
                return archive;
            }
        }
        return null;
    }

    private static ReadabilityPages read(Path archive) throws IOException {
        Map<String, Map<String, String>> pages = new TreeMap<>();
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            byte[] header = new byte[512];
            while (in.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
                String name = new String(header, 0, 100, StandardCharsets.US_ASCII).replace("\0", "");
                int size = Integer.parseInt(
                        new String(header, 124, 12, StandardCharsets.US_ASCII)
                                .replace("\0", "")
                                .trim(),
                        8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((512 - size % 512) % 512);
                String[] parts = name.split("/");
                if (size > 0 && parts.length >= 2) {
                    pages.computeIfAbsent(parts[parts.length - 2], page -> new TreeMap<>())
                            .put(parts[parts.length - 1], new String(content, StandardCharsets.UTF_8));
                }
            }
        }
        List<Case> cases = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        pages.forEach((name, files) -> {
            String source = files.get("source.html");
            if (source != null) {
                cases.add(new Case(
                        name,
                        source,
                        text(files.getOrDefault("expected.html", "")),
                        json.readTree(files.getOrDefault("expected-metadata.json", "{}"))));
            }
        });
        return new ReadabilityPages(cases);
    }

    private static String text(String html) {
        return Jsoup.parse(html).body().wholeText();
    }
}

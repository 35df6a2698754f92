package dateline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A module's part of {@code docs/configuration.md}: what the page says, and what it should say by the metadata that the
 * compiler wrote of the module's {@code @ConfigurationProperties}. With {@code -Ddateline.write-docs=true} the page is
 * written anew.
 */
public final class ConfigurationPage {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final String module;
    private final Path page;
    private final JsonNode metadata;

    private ConfigurationPage(String module, Path page, JsonNode metadata) {
        this.module = module;
        this.page = page;
        this.metadata = metadata;
    }

    /**
     * The part of a module. To be called by its own tests, in its own folder.
     *
     * @param anchor one of its classes
     */
    public static ConfigurationPage of(String module, Class<?> anchor) {
        try {
            URI classes =
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            JsonNode metadata = JsonMapper.shared()
                    .readTree(Files.readString(Path.of(classes).resolve(METADATA)));
            Path page = Path.of("..", "docs", "configuration.md").toAbsolutePath();
            return new ConfigurationPage(module, page, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page says; first it is written anew, if that is wanted. */
    public String written() {
        String text = read();
        int begin = text.indexOf(begin()) + begin().length();
        int end = text.indexOf(end());
        if (begin < begin().length() || end < begin) {
            throw new IllegalStateException(
                    page + " has no part for " + module + ", between " + begin() + " and " + end());
        }
        if (Boolean.getBoolean("dateline.write-docs")) {
            text = text.substring(0, begin) + "\n" + expected() + "\n" + text.substring(end);
            write(text);
            return expected();
        }
        return text.substring(begin, end).strip();
    }

    /** What the page should say. */
    public String expected() {
        Set<String> rows = new TreeSet<>();
        for (JsonNode property : metadata.path("properties")) {
            String description = description(property);
            if (description.isEmpty()) {
                throw new IllegalStateException(property.path("name").asString() + " says nowhere what it means: a"
                        + " @param of its record is missing");
            }
            rows.add("| `" + property.path("name").asString() + "` | "
                    + kind(property.path("type").asString("")) + " | " + defaultValue(property.path("defaultValue"))
                    + " | " + description + " |");
        }
        return "| setting | kind | default | meaning |\n| --- | --- | --- | --- |\n" + String.join("\n", rows);
    }

    private String begin() {
        return "<!-- begin " + module + " -->";
    }

    private String end() {
        return "<!-- end " + module + " -->";
    }

    private String read() {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String description(JsonNode property) {
        return property.path("description")
                .asString("")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replace("|", "\\|")
                .strip();
    }

    private static String defaultValue(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        String text = value.isArray()
                ? value.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString();
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String kind(String type) {
        String simple = type.replaceAll("<.*", "").replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
        return switch (simple) {
            case "integer", "long", "short", "double" -> "number";
            case "boolean" -> "`true`, `false`";
            case "string" -> "text";
            case "datasize" -> "size";
            case "uri" -> "address";
            default -> simple;
        };
    }
}

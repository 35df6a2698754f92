package dateline.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a robots.txt file by <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>: the longest matching
 * rule wins, and {@code allow} among equals. Where the standard leaves room, it reads as Google's parser does: a missing
 * colon and common misspellings are forgiven, and a rule for {@code index.html} covers its folder. Nothing throws. What a
 * missing or failing file means is for the caller to say.
 */
public final class RobotsTxt {
    /** Bytes that are read; the standard asks for at least as many. */
    public static final int MOST_BYTES = 500 * 1024;

    private static final int LONGEST_LINE = 16_664;
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final List<Group> groups;
    private final List<String> sitemaps;

    private RobotsTxt(List<Group> groups, List<String> sitemaps) {
        this.groups = groups;
        this.sitemaps = List.copyOf(sitemaps);
    }

    /** Reads a file's bytes. */
    public static RobotsTxt parse(byte[] body) {
        Reader reader = new Reader();
        String text = new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
        for (String line : (text.startsWith("\ufeff") ? text.substring(1) : text).split("[\r\n]")) {
            reader.line(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
        return new RobotsTxt(reader.groups, reader.sitemaps);
    }

    /**
     * Whether an agent may fetch a page.
     *
     * @param agent product token, or a user agent that begins with it
     * @param url the page's absolute URL or its path
     */
    public boolean isAllowed(String agent, String url) {
        String path = RobotsPath.of(url);
        int allow = 0;
        int disallow = 0;
        for (Group group : groupsFor(agent)) {
            for (Rule rule : group.rules) {
                int length = rule.match(path);
                if (rule.allow) {
                    allow = Math.max(allow, length);
                } else {
                    disallow = Math.max(disallow, length);
                }
            }
        }
        return allow >= disallow;
    }

    /** The pause an agent is asked to make between two fetches, at most a day; beyond the standard, but widely given. */
    public Optional<Duration> crawlDelay(String agent) {
        return groupsFor(agent).stream()
                .map(group -> group.crawlDelay)
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** The sitemaps the file names, as they are written. */
    public List<String> sitemaps() {
        return sitemaps;
    }

    /** The groups that name the agent; those for everyone only if none does. */
    private List<Group> groupsFor(String agent) {
        String token = product(agent);
        List<Group> own = groups.stream()
                .filter(group -> !token.isEmpty() && group.agents.contains(token))
                .toList();
        return own.isEmpty()
                ? groups.stream().filter(group -> group.agents.contains("*")).toList()
                : own;
    }

    /** The token of a whole user agent, whose rest is a version or a comment; another rest makes it no user agent. */
    private static String product(String agent) {
        String token = token(agent);
        String rest = agent.substring(token.length());
        return rest.isEmpty() || rest.startsWith("/") || rest.startsWith(" (") ? token : "";
    }

    private static String token(String agent) {
        int end = 0;
        while (end < agent.length() && isToken(agent.charAt(end))) {
            end++;
        }
        return agent.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
    }

    private static final class Group {
        private final Set<String> agents = new HashSet<>();
        private final List<Rule> rules = new ArrayList<>();
        private Optional<Duration> crawlDelay = Optional.empty();
    }

    private record Rule(boolean allow, RobotsPath.Pattern pattern, RobotsPath.@Nullable Pattern folder) {
        /** The length of the pattern if the path matches, else 0. */
        int match(String path) {
            if (pattern.matches(path)) {
                return pattern.length();
            }
            return folder != null && folder.matches(path) ? folder.length() : 0;
        }
    }

    /** Reads line by line. Lines it does not know leave the group as it is. */
    private static final class Reader {
        private final List<Group> groups = new ArrayList<>();
        private final List<String> sitemaps = new ArrayList<>();
        private @Nullable Group group;

        private void line(String line) {
            int comment = line.indexOf('#');
            String text = (comment < 0 ? line : line.substring(0, comment)).strip();
            int colon = text.indexOf(':');
            String key;
            String value;
            if (colon > 0) {
                key = text.substring(0, colon).strip();
                value = text.substring(colon + 1).strip();
            } else {
                String[] words = text.split("[ \t]+", 3);
                if (words.length != 2) {
                    return;
                }
                key = words[0];
                value = words[1];
            }
            directive(key.toLowerCase(Locale.ROOT), value);
        }

        private void directive(String key, String value) {
            switch (key) {
                case "user-agent", "useragent", "user agent" -> agent(value);
                case "allow" -> rule(true, value);
                case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw" -> rule(false, value);
                case "sitemap", "site-map" -> {
                    if (sitemaps.size() < 1_000 && !value.isEmpty()) {
                        sitemaps.add(value);
                    }
                }
                case "crawl-delay" -> crawlDelay(value);
                default -> {}
            }
        }

        private void agent(String value) {
            if (group == null || !group.rules.isEmpty() || group.crawlDelay.isPresent()) {
                group = new Group();
                groups.add(group);
            }
            boolean everyone = value.equals("*") || value.startsWith("*") && Character.isWhitespace(value.charAt(1));
            group.agents.add(everyone ? "*" : token(value));
        }

        private void rule(boolean allow, String value) {
            if (group == null) {
                return;
            }
            int index = allow ? value.lastIndexOf("/index.htm") : -1;
            boolean folder = index >= 0 && value.indexOf('/', index + 1) < 0;
            group.rules.add(new Rule(
                    allow,
                    RobotsPath.pattern(value),
                    folder ? RobotsPath.pattern(value.substring(0, index + 1) + "$") : null));
        }

        private void crawlDelay(String value) {
            if (group == null || value.length() > 12 || !value.matches("\\d+(\\.\\d+)?")) {
                return;
            }
            Duration delay = Duration.ofMillis((long) (Double.parseDouble(value) * 1_000));
            group.crawlDelay = Optional.of(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
        }
    }
}

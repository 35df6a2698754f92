package dateline.access.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads keys as they are written down: {@code <name> <role> <SHA-256>}, one a line; {@code #} begins a remark. */
final class KeyLines {
    private KeyLines() {}

    /**
     * Reads lines.
     *
     * @param where they come from, for the message
     * @throws KeyMistake if one can not be understood; the message has no hash and no key in it
     */
    static List<ApiKey> read(String where, List<String> lines) {
        List<ApiKey> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(where + ", line " + (i + 1), line.split("\\s+")));
            }
        }
        return keys;
    }

    private static ApiKey key(String where, String[] words) {
        if (words.length != 3) {
            throw new KeyMistake(where + ": expected three words: name, role and the key's SHA-256");
        }
        if (!words[0].matches(ApiKey.NAME)) {
            throw new KeyMistake(where + ": the name must be of letters, digits, dots and dashes");
        }
        Role role =
                Role.named(words[1]).orElseThrow(() -> new KeyMistake(where + ": the role must be reader or operator"));
        String hash = words[2].toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new KeyMistake(
                    where + ": the third word must be the key's SHA-256 (64 hexadecimal digits), not the key;"
                            + " ./dateline key makes both");
        }
        return new ApiKey(words[0], role, hash);
    }
}

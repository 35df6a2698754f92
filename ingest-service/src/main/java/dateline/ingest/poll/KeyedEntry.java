package dateline.ingest.poll;

import dateline.contract.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry with what tells it from others and what tells its versions apart.
 *
 * @param key the same at every poll
 * @param version changes when title, text or date of change do
 */
record KeyedEntry(Entry entry, long key, int version) {
    /**
     * Keys the entries of one document. An article is its page, so the link comes first; ids are unstable, repeated or
     * missing in too many feeds. Entries that share a link are told apart by id, and without a link the id or at last
     * the words decide. An entry that is in the document twice is kept once.
     */
    static List<KeyedEntry> of(List<Entry> entries) {
        Map<String, Set<String>> idsByLink = new HashMap<>();
        for (Entry entry : entries) {
            idsByLink
                    .computeIfAbsent(canonical(entry.link()), _ -> new HashSet<>())
                    .add(entry.guid());
        }
        List<KeyedEntry> keyed = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        for (Entry entry : entries) {
            String link = canonical(entry.link());
            boolean shared =
                    !link.isEmpty() && idsByLink.getOrDefault(link, Set.of()).size() > 1;
            long key;
            if (!link.isEmpty()) {
                key = shared ? Hashes.of("link+id", link, entry.guid()) : Hashes.of("link", link);
            } else if (!entry.guid().isEmpty()) {
                key = Hashes.of("id", entry.guid());
            } else {
                key = Hashes.of("words", entry.title(), entry.html());
            }
            if (keys.add(key)) {
                keyed.add(new KeyedEntry(entry, key, (int) Hashes.of(entry.title(), entry.html(), entry.updated())));
            }
        }
        return keyed;
    }

    private static String canonical(String link) {
        try {
            return link.isEmpty() ? "" : CanonicalUrl.of(link).value();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

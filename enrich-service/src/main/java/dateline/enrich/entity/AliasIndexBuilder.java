package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.enrich.entity.AliasIndex.Role;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Builds the {@link AliasIndex} of a knowledge base. */
final class AliasIndexBuilder {
    private record Alias(int node, int entity, Role role, String text, String language) {}

    /** Stand between first name and surname, or behind it; no name of their own. */
    private static final Set<String> PARTICLES = Set.of(
            "jr", "sr", "ii", "iii", "iv", "van", "von", "de", "da", "di", "del", "der", "den", "bin", "ibn", "al",
            "el", "la", "le", "dos", "das", "du", "ben", "abu", "the", "of");

    private final Tokenizer tokenizer = new Tokenizer();
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Alias> aliases = new ArrayList<>();
    private long[] edgeKeys = new long[1 << 16];
    private int[] edgeTargets = new int[1 << 16];
    private int edges;
    private int nodes = 1;

    static AliasIndex build(KnowledgeBase knowledge) {
        return new AliasIndexBuilder().of(knowledge);
    }

    private AliasIndex of(KnowledgeBase knowledge) {
        Entity[] entities = knowledge.entities().toArray(Entity[]::new);
        for (int i = 0; i < entities.length; i++) {
            Entity entity = entities[i];
            Set<Integer> seen = new HashSet<>();
            for (EntityName name : entity.names()) {
                add(i, name, seen);
            }
            // A surname alone is nobody's of whom the full name says little.
            if (entity.type() == EntityType.PERSON && !entity.isLittleKnown()) {
                for (EntityName name : entity.names()) {
                    addSurname(i, name, seen);
                }
            }
        }
        aliases.sort(Comparator.comparingInt(Alias::node));
        int[] nodeAliases = new int[nodes + 1];
        for (Alias alias : aliases) {
            nodeAliases[alias.node() + 1]++;
        }
        for (int i = 1; i <= nodes; i++) {
            nodeAliases[i] += nodeAliases[i - 1];
        }
        return new AliasIndex(
                vocabulary,
                entities,
                edgeKeys,
                edgeTargets,
                nodeAliases,
                aliases.stream().mapToInt(Alias::entity).toArray(),
                aliases.stream().map(Alias::role).toArray(Role[]::new),
                aliases.stream().map(Alias::text).toArray(String[]::new),
                aliases.stream().map(Alias::language).toArray(String[]::new));
    }

    private void add(int entity, EntityName name, Set<Integer> seen) {
        Tokens tokens = tokenizer.tokenize(name.text());
        Role role = switch (name.kind()) {
            case ACRONYM -> Role.ACRONYM;
            case SHORT -> Role.SHORT;
            case NAME, FORMER, CONTESTED -> Role.FULL;
        };
        int node = insert(tokens, 0, tokens.size());
        if (node > 0 && seen.add(node)) {
            aliases.add(new Alias(node, entity, role, name.text(), name.language()));
        }
    }

    /** The last word of a full name, the first where the family name stands first and the last is a given name. */
    private void addSurname(int entity, EntityName name, Set<Integer> seen) {
        if (name.kind() != EntityName.Kind.NAME) {
            return;
        }
        Tokens tokens = tokenizer.tokenize(name.text());
        if (tokens.size() < 2 || !Character.isUpperCase(name.text().codePointAt(0))) {
            return;
        }
        int last = tokens.size() - 1;
        while (last > 0 && (!tokens.isWord(last) || PARTICLES.contains(AliasIndex.key(tokens, last)))) {
            last--;
        }
        int first = last;
        while (first > 1 && PARTICLES.contains(AliasIndex.key(tokens, first - 1))) {
            first--;
        }
        // A hyphenated surname is one name.
        while (first > 2 && tokens.is(first - 1, '-') && tokens.glued(first)) {
            first -= 2;
        }
        if (first == 0) {
            return;
        }
        addShort(entity, name, tokens, first, last + 1, seen);
        if (last > first) {
            addShort(entity, name, tokens, last, last + 1, seen);
        }
    }

    private void addShort(int entity, EntityName name, Tokens tokens, int from, int to, Set<Integer> seen) {
        String text = name.text().substring(tokens.start(from), tokens.end(to - 1));
        int node = text.length() < 2 ? 0 : insert(tokens, from, to);
        if (node > 0 && seen.add(node)) {
            aliases.add(new Alias(node, entity, Role.SHORT, text, name.language()));
        }
    }

    /** The node at the end of a name's words, or 0 if it has none. */
    private int insert(Tokens tokens, int from, int to) {
        int node = 0;
        for (int i = from; i < to; i++) {
            if (tokens.kind(i) == Tokens.Kind.WORD || tokens.kind(i) == Tokens.Kind.NUMBER) {
                node = child(node, vocabulary.add(AliasIndex.key(tokens, i)));
            }
        }
        return node;
    }

    private int child(int node, int word) {
        long key = AliasIndex.edge(node, word);
        int slot = AliasIndex.spread(key) & (edgeKeys.length - 1);
        while (edgeKeys[slot] != 0) {
            if (edgeKeys[slot] == key) {
                return edgeTargets[slot];
            }
            slot = (slot + 1) & (edgeKeys.length - 1);
        }
        edgeKeys[slot] = key;
        edgeTargets[slot] = nodes;
        if (++edges * 2 > edgeKeys.length) {
            grow();
        }
        return nodes++;
    }

    private void grow() {
        long[] oldKeys = edgeKeys;
        int[] oldTargets = edgeTargets;
        edgeKeys = new long[oldKeys.length * 2];
        edgeTargets = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = AliasIndex.spread(oldKeys[i]) & (edgeKeys.length - 1);
                while (edgeKeys[slot] != 0) {
                    slot = (slot + 1) & (edgeKeys.length - 1);
                }
                edgeKeys[slot] = oldKeys[i];
                edgeTargets[slot] = oldTargets[i];
            }
        }
    }
}

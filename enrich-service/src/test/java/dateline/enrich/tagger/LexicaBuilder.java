package dateline.enrich.tagger;

import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the Brown clusters and gazetteers of {@code nlp4j-english} into {@code tagger/lexica.bin.gz}: {@code java -cp
 * <test classes>:<nlp4j jars> dateline.enrich.tagger.LexicaBuilder FILE}.
 */
public final class LexicaBuilder {
    private static final String PATH = "/edu/emory/mathcs/nlp/lexica/";

    private final Tokenizer tokenizer = new Tokenizer();
    /** By fingerprint, read as an unsigned number. */
    private final TreeMap<Long, Integer> clusters = new TreeMap<>();

    private final TreeMap<Long, Integer> phrases = new TreeMap<>();
    private Method value;

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        LexicaBuilder builder = new LexicaBuilder();
        builder.readClusters();
        builder.readPhrases();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])))))) {
            write(out, builder.clusters);
            write(out, builder.phrases);
        }
        System.out.println(builder.clusters.size() + " words, " + builder.phrases.size() + " phrases");
    }

    private static Object read(String name) throws IOException, ReflectiveOperationException {
        Class<?> xz = Class.forName("org.tukaani.xz.XZInputStream");
        try (InputStream packed = LexicaBuilder.class.getResourceAsStream(PATH + name + ".xz");
                ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(
                        (InputStream) xz.getConstructor(InputStream.class).newInstance(packed)))) {
            return in.readObject();
        }
    }

    private void readClusters() throws IOException, ReflectiveOperationException {
        ((Map<?, ?>) read("en-brown-clusters-simplified-lowercase")).forEach((word, paths) -> {
            String longest = "";
            for (Object path : (Set<?>) paths) {
                longest = path.toString().length() > longest.length() ? path.toString() : longest;
            }
            String text = word.toString();
            if (longest.matches("[01]{1,30}")) {
                clusters.put(
                        Integer.toUnsignedLong(Hashes.lower(text, 0, text.length())),
                        Integer.parseInt("1" + longest, 2));
            }
        });
    }

    private void readPhrases() throws IOException, ReflectiveOperationException {
        Object tree = read("en-named-entity-gazetteers-simplified");
        Object root = tree.getClass().getMethod("getRoot").invoke(tree);
        value = root.getClass().getMethod("getValue");
        walk((Map<?, ?>) root, "");
    }

    private void walk(Map<?, ?> node, String phrase) throws ReflectiveOperationException {
        Object lists = value.invoke(node);
        if (lists != null) {
            add(phrase, (Set<?>) lists);
        }
        for (Map.Entry<?, ?> child : node.entrySet()) {
            String word = child.getKey().toString();
            walk((Map<?, ?>) child.getValue(), phrase.isEmpty() ? word : phrase + " " + word);
        }
    }

    private void add(String phrase, Set<?> lists) {
        Tokens tokens = tokenizer.tokenize(phrase);
        int hash = 0;
        for (int i = 0; i < tokens.size(); i++) {
            hash = Hashes.mix(
                    hash, Hashes.word(phrase, tokens.start(i), Math.min(tokens.end(i), tokens.start(i) + 40)));
        }
        int bits = 0;
        for (Object list : lists) {
            int number = Integer.parseInt(list.toString());
            bits |= number < 16 ? 1 << number : 0;
        }
        if (bits != 0 && tokens.size() <= 7) {
            phrases.merge(Integer.toUnsignedLong(hash), bits, (a, b) -> a | b);
        }
    }

    /** The distinct values, the commonest first, then each fingerprint with its value's number. */
    private static void write(DataOutputStream out, TreeMap<Long, Integer> map) throws IOException {
        Map<Integer, Integer> counts = new HashMap<>();
        map.values().forEach(v -> counts.merge(v, 1, Integer::sum));
        List<Integer> values = new ArrayList<>(counts.keySet());
        values.sort((a, b) -> counts.get(b) - counts.get(a));
        Map<Integer, Integer> numbers = new HashMap<>();
        out.writeInt(values.size());
        for (int v : values) {
            numbers.put(v, numbers.size());
            out.writeInt(v);
        }
        out.writeInt(map.size());
        long before = 0;
        for (Map.Entry<Long, Integer> entry : map.entrySet()) {
            varint(out, entry.getKey() - before);
            varint(out, numbers.get(entry.getValue()));
            before = entry.getKey();
        }
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}

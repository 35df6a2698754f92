package dateline.enrich.tagger;

import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Labels raw English text with the tagger of {@code nlp4j-english}, the teacher of ours: {@code java -cp
 * <test classes>:<nlp4j jars> dateline.enrich.tagger.SilverLabels DIRECTORY}. Beside each {@code *.txt} it writes an
 * {@code *.ann} with a line {@code start end TYPE} per name. nlp4j is called by reflection, so that its 261 MB are no
 * dependency of the build; {@code docs/models/tagger.md} says how to fetch them.
 */
public final class SilverLabels {
    private static final String PATH = "edu/emory/mathcs/nlp/";

    private static final String CONFIGURATION = """
            <configuration><tsv><column index="1" field="form"/></tsv><lexica>
            <ambiguity_classes field="word_form_simplified_lowercase">%1$slexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
            <word_clusters field="word_form_simplified_lowercase">%1$slexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
            <word_embeddings field="word_form_undigitalized">%1$slexica/en-word-embeddings-undigitalized.xz</word_embeddings>
            <named_entity_gazetteers field="word_form_simplified">%1$slexica/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
            </lexica><models><pos>%1$smodels/en-pos.xz</pos><ner>%1$smodels/en-ner.xz</ner></models></configuration>
            """.formatted(PATH);

    private static final Map<String, String> TYPES =
            Map.of("PERSON", "PERSON", "ORG", "ORGANISATION", "GPE", "PLACE", "LOC", "PLACE");

    private final Tokenizer tokenizer = new Tokenizer();
    private final Object decoder;
    private final Method decode;
    private final Constructor<?> node;
    private final Constructor<?> root;
    private final Method toRoot;
    private final Method tag;

    private SilverLabels() throws ReflectiveOperationException {
        Class<?> nodeClass = Class.forName("edu.emory.mathcs.nlp.component.template.node.NLPNode");
        Class<?> decoderClass = Class.forName("edu.emory.mathcs.nlp.decode.NLPDecoder");
        decoder = decoderClass
                .getConstructor(InputStream.class)
                .newInstance(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        Class<?> nodes = Array.newInstance(nodeClass, 0).getClass();
        // Its parameter is generic, so it cannot be asked for by type.
        decode = Arrays.stream(decoderClass.getMethods())
                .filter(method -> method.getName().equals("decode") && method.getParameterCount() == 1)
                .filter(method -> method.getParameterTypes()[0].isArray()
                        && method.getParameterTypes()[0].isAssignableFrom(nodes))
                .findFirst()
                .orElseThrow();
        node = nodeClass.getConstructor(int.class, String.class);
        root = nodeClass.getConstructor();
        toRoot = nodeClass.getMethod("toRoot");
        tag = nodeClass.getMethod("getNamedEntityTag");
    }

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        SilverLabels labels = new SilverLabels();
        List<Path> files;
        try (Stream<Path> paths = Files.walk(Path.of(args[0]))) {
            files = paths.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path labelled = file.resolveSibling(file.getFileName().toString().replace(".txt", ".ann"));
            if (!Files.exists(labelled)) {
                Files.writeString(labelled, labels.label(Files.readString(file)));
            }
        }
    }

    private String label(String text) throws ReflectiveOperationException {
        StringBuilder lines = new StringBuilder();
        Tokens tokens = tokenizer.tokenize(text);
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int from = tokens.sentenceStart(s);
            // The teacher's time grows with the square of very long sentences.
            int to = Math.min(tokens.sentenceEnd(s), from + 200);
            Object nodes = Array.newInstance(node.getDeclaringClass(), to - from + 1);
            Object first = root.newInstance();
            toRoot.invoke(first);
            Array.set(nodes, 0, first);
            for (int i = from; i < to; i++) {
                Array.set(nodes, i - from + 1, node.newInstance(i - from + 1, form(tokens, i)));
            }
            decode.invoke(decoder, new Object[] {nodes});
            write(tokens, from, to, nodes, lines);
        }
        return lines.toString();
    }

    private static String form(Tokens tokens, int token) {
        return tokens.surface(token)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace('–', '-');
    }

    private void write(Tokens tokens, int from, int to, Object nodes, StringBuilder lines)
            throws ReflectiveOperationException {
        int start = -1;
        String type = null;
        for (int i = from; i <= to; i++) {
            String label = i == to ? "O" : String.valueOf(tag.invoke(Array.get(nodes, i - from + 1)));
            boolean begins = label.startsWith("B-") || label.startsWith("U-");
            if (start >= 0 && (begins || !label.contains("-"))) {
                span(tokens, start, i, type, lines);
                start = -1;
            }
            if (begins) {
                start = i;
                type = TYPES.get(label.substring(2));
            }
        }
    }

    /** "the United Nations' " is labelled without article and possessive, as newsrooms' own labels have it. */
    private static void span(Tokens tokens, int from, int to, String type, StringBuilder lines) {
        int first = from;
        int end = to;
        while (first < end && tokens.surface(first).equalsIgnoreCase("the")) {
            first++;
        }
        while (end > first && (tokens.surface(end - 1).matches("['’]s?"))) {
            end--;
        }
        if (type != null && first < end) {
            lines.append(tokens.start(first))
                    .append(' ')
                    .append(tokens.end(end - 1))
                    .append(' ')
                    .append(type)
                    .append('\n');
        }
    }
}

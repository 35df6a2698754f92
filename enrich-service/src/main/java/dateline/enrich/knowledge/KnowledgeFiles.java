package dateline.enrich.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the data files and has them read, lower layers first. */
final class KnowledgeFiles {
    private static final String ROOT = "knowledge/";

    /** Files of equal standing: an id stands at most once in them. */
    private record Layer(String name, List<Resource> files) {}

    private final List<Layer> layers;

    private KnowledgeFiles(List<Layer> layers) {
        this.layers = layers;
    }

    static KnowledgeFiles ofClassPath() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            Resource sources = resolver.getResource("classpath:" + ROOT + "sources.tsv");
            return new KnowledgeFiles(List.of(
                    new Layer("sources", List.of(sources)),
                    new Layer("generated", sorted(resolver.getResources("classpath:" + ROOT + "generated/*"))),
                    new Layer("curated", sorted(resolver.getResources("classpath:" + ROOT + "curated/*"))),
                    // Last, because it only adds to what stands above.
                    new Layer("wikidata", sorted(resolver.getResources("classpath:" + ROOT + "wikidata.tsv")))));
        } catch (IOException e) {
            throw new InvalidKnowledgeException("cannot list " + ROOT + " on the class path", e);
        }
    }

    KnowledgeFiles with(Path directory) {
        List<Resource> files;
        try (Stream<Path> paths = Files.list(directory)) {
            files = sorted(paths.filter(Files::isRegularFile)
                    .map(FileSystemResource::new)
                    .toArray(Resource[]::new));
        } catch (IOException e) {
            throw new InvalidKnowledgeException("cannot list " + directory, e);
        }
        List<Layer> more = new ArrayList<>(layers);
        more.add(new Layer(directory.toString(), files));
        return new KnowledgeFiles(more);
    }

    KnowledgeBase read() {
        KnowledgeReader reader = new KnowledgeReader();
        for (Layer layer : layers) {
            reader.startLayer();
            for (Resource file : layer.files()) {
                read(reader, layer, file);
            }
        }
        return reader.finish();
    }

    private static void read(KnowledgeReader reader, Layer layer, Resource file) {
        String name = String.valueOf(file.getFilename());
        String plainName = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        try (InputStream bytes = file.getInputStream();
                InputStream plain = name.equals(plainName) ? bytes : new GZIPInputStream(bytes, 1 << 16);
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String shown = layer.name() + "/" + name;
            switch (plainName) {
                case "sources.tsv" -> reader.readSources(shown, lines);
                case "demonyms.tsv" -> reader.readDemonyms(shown, lines);
                case "wikidata.tsv" -> reader.readWikidata(shown, lines);
                case "cities.tsv" -> reader.readCities(shown, lines);
                default -> {
                    if (plainName.endsWith(".jsonl")) {
                        reader.readRecords(shown, lines);
                    }
                }
            }
        } catch (IOException e) {
            throw new InvalidKnowledgeException("cannot read " + layer.name() + "/" + name, e);
        }
    }

    private static List<Resource> sorted(Resource... files) {
        return Arrays.stream(files)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }
}

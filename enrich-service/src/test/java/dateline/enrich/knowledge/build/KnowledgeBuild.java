package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the generated files anew. Arguments: the directory with the unpacked packages, one folder each, and the
 * {@code knowledge} folder to write to. Ids given once are kept: they are read from the files that stand there.
 */
final class KnowledgeBuild {
    private KnowledgeBuild() {}

    static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: KnowledgeBuild <folder with unpacked packages> <knowledge folder>");
            System.exit(2);
        }
        Path packages = Path.of(args[0]);
        Path generated = Files.createDirectories(Path.of(args[1]).resolve("generated"));
        Ids ids = Ids.keeping(Path.of(args[1]));

        Countries countries = Countries.read(packages);
        write(generated.resolve("countries.jsonl"), countries.records(ids));
        Cities cities = Cities.read(packages);
        Regions regions = Regions.read(packages, countries, cities);
        // Who comes first gets the plain id: a well-known state before a city, a city before any other district.
        List<GeneratedRecord> regionRecords = new ArrayList<>(regions.wellKnown(ids));
        cities.write(ids, generated.resolve("cities.tsv.gz"));
        regionRecords.addAll(regions.others(ids));
        write(generated.resolve("regions.jsonl"), regionRecords);
        write(generated.resolve("companies.jsonl"), Brands.records(packages, ids));
    }

    static void write(Path file, List<GeneratedRecord> records) throws IOException {
        List<String> lines =
                records.stream().sorted().map(GeneratedRecord::toJson).toList();
        if (file.toString().endsWith(".gz")) {
            try (Writer packed =
                    new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
                for (String line : lines) {
                    packed.write(line + "\n");
                }
            }
        } else {
            Files.write(file, lines);
        }
        System.out.println(file.getFileName() + ": " + records.size());
    }
}

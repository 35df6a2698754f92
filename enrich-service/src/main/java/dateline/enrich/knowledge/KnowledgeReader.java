package dateline.enrich.knowledge;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads data files, layer by layer, and says where one of them is wrong. */
final class KnowledgeReader {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern SEMICOLON = Pattern.compile(";");

    private final ObjectReader lines = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .changeDefaultVisibility(
                    checker -> checker.withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
            .build()
            .readerFor(EntityLine.class);

    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, EntityBuilder> entities = new TreeMap<>();
    private final Set<Demonym> demonyms = new LinkedHashSet<>();
    /** Ids of this layer, and where they stand. */
    private final Map<String, String> layer = new HashMap<>();

    void startLayer() {
        layer.clear();
    }

    void readRecords(String file, BufferedReader reader) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String where = file + ":" + ++number;
            if (!line.isBlank()) {
                EntityLine parsed = parse(line, where);
                if (parsed.id() == null) {
                    throw new InvalidKnowledgeException(where + ": has no id");
                }
                entity(parsed.id(), where).apply(parsed, where);
            }
        }
    }

    private EntityLine parse(String line, String where) {
        try {
            return lines.readValue(line);
        } catch (JacksonException e) {
            throw new InvalidKnowledgeException(where + ": " + e.getOriginalMessage(), e);
        }
    }

    private EntityBuilder entity(String id, String where) {
        String before = layer.putIfAbsent(id, where);
        if (before != null) {
            throw new InvalidKnowledgeException(where + ": " + id + " stands in " + before + " already");
        }
        return entities.computeIfAbsent(id, unknown -> new EntityBuilder(unknown, where));
    }

    /** Columns: name, licence, origin, attribution. */
    void readSources(String file, BufferedReader reader) throws IOException {
        readTable(
                file,
                reader,
                4,
                (where, cells) -> sources.put(cells[0], new Source(cells[0], cells[1], cells[2], cells[3])));
    }

    /** Columns: place id, language, words separated by bars. */
    void readDemonyms(String file, BufferedReader reader) throws IOException {
        readTable(file, reader, 3, (where, cells) -> {
            for (String word : BAR.split(cells[2])) {
                demonyms.add(new Demonym(word, cells[1].intern(), cells[0]));
            }
        });
    }

    /**
     * Columns: id, kind, name, country, latitude, longitude, population, GeoNames id, prior, source, and the names:
     * {@code be=Мінск;Менск|ru=Минск}.
     */
    void readCities(String file, BufferedReader reader) throws IOException {
        readTable(file, reader, 11, (where, cells) -> {
            EntityBuilder city = entity(cells[0], where);
            city.kind(cells[1]);
            city.name(cells[2]);
            city.country(cells[3].intern());
            try {
                city.locate(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
                city.population(Long.parseLong(cells[6]));
                city.geonames(Long.parseLong(cells[7]));
                city.prior(Double.parseDouble(cells[8]));
            } catch (NumberFormatException e) {
                throw new InvalidKnowledgeException(where + ": " + e.getMessage(), e);
            }
            city.source(cells[9]);
            for (String byLanguage : cells[10].isEmpty() ? new String[0] : BAR.split(cells[10])) {
                int equals = byLanguage.indexOf('=');
                if (equals < 1) {
                    throw new InvalidKnowledgeException(where + ": names must be language=name, not " + byLanguage);
                }
                String language = byLanguage.substring(0, equals).intern();
                for (String text : SEMICOLON.split(byLanguage.substring(equals + 1))) {
                    city.add(new EntityName(text, language, EntityName.Kind.NAME));
                }
            }
        });
    }

    /** Columns: entity id, Wikidata id, source that confirms it. Adds to records that stand in other files. */
    void readWikidata(String file, BufferedReader reader) throws IOException {
        Map<String, String> seen = new HashMap<>();
        readTable(file, reader, 3, (where, cells) -> {
            EntityBuilder entity = entities.get(cells[0]);
            if (entity == null) {
                throw new InvalidKnowledgeException(where + ": there is no " + cells[0]);
            }
            String before = seen.putIfAbsent(cells[1], cells[0]);
            if (before != null) {
                throw new InvalidKnowledgeException(where + ": " + cells[1] + " stands at " + before + " already");
            }
            entity.wikidata(cells[1], cells[2]);
        });
    }

    private interface Row {
        void read(String where, String[] cells);
    }

    private static void readTable(String file, BufferedReader reader, int columns, Row row) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String where = file + ":" + ++number;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = TAB.split(line, -1);
            if (cells.length != columns) {
                throw new InvalidKnowledgeException(
                        where + ": needs " + columns + " columns separated by tabs, has " + cells.length);
            }
            row.read(where, cells);
        }
    }

    KnowledgeBase finish() {
        List<Entity> built = new ArrayList<>(entities.size());
        entities.values().forEach(entity -> built.add(entity.build(sources, entities.keySet())));
        for (Demonym demonym : demonyms) {
            if (!entities.containsKey(demonym.place())) {
                throw new InvalidKnowledgeException(
                        "demonyms.tsv: " + demonym.text() + " refers to " + demonym.place() + ", which does not exist");
            }
        }
        return new KnowledgeBase(built, List.copyOf(demonyms));
    }
}

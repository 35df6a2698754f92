package dateline.enrich.edit;

import dateline.enrich.knowledge.Edit;
import dateline.enrich.knowledge.EntityName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An edit as it is asked for over HTTP. Which fields it needs, depends on {@code edit}.
 *
 * @param edit {@code add-alias}, {@code block-alias}, {@code merge} or {@code split}
 * @param id the entity
 * @param text the spelling to add or block
 * @param language of the spelling, BCP 47; {@code und} by default
 * @param kind of the spelling; {@code NAME} by default
 * @param into what to merge into
 * @param newId of the entity that a split founds
 * @param name what to show of it, in English
 * @param texts the spellings that go to it
 * @param by who asks; needed only of those who are not known by a key
 * @param why in their words
 */
record EditForm(
        @Nullable String edit,
        @Nullable String id,
        @Nullable String text,
        @Nullable String language,
        @Nullable String kind,
        @Nullable String into,
        @Nullable String newId,
        @Nullable String name,
        @Nullable List<String> texts,
        @Nullable String by,
        @Nullable String why) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    /**
     * The edit that is asked for.
     *
     * @throws InvalidField if a field is missing or wrong
     */
    Edit change() {
        return switch (edit) {
            case "add-alias" ->
                new Edit.AddAlias(
                        id("id", id), new EntityName(spelling("text", text), languageTag(), nameKind(), null));
            case "block-alias" -> new Edit.BlockAlias(id("id", id), spelling("text", text));
            case "merge" -> new Edit.Merge(id("id", id), id("into", into));
            case "split" -> new Edit.Split(id("id", id), id("newId", newId), spelling("name", name), spellings());
            case null -> throw new InvalidField("edit", "is missing: add-alias, block-alias, merge or split");
            default -> throw new InvalidField("edit", "must be add-alias, block-alias, merge or split");
        };
    }

    String who() {
        return text("by", by, LONGEST_NAME);
    }

    String reason() {
        return text("why", why, LONGEST_REASON);
    }

    private List<String> spellings() {
        if (texts == null || texts.isEmpty()) {
            throw new InvalidField("texts", "is missing: the spellings that go to the new entity");
        }
        return texts.stream().map(spelling -> spelling("texts", spelling)).toList();
    }

    private String languageTag() {
        if (language == null) {
            return "und";
        }
        try {
            return new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new InvalidField("language", "is not a language tag such as be or sr-Latn");
        }
    }

    private EntityName.Kind nameKind() {
        if (kind == null) {
            return EntityName.Kind.NAME;
        }
        try {
            return EntityName.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidField("kind", "must be one of " + Arrays.toString(EntityName.Kind.values()));
        }
    }

    private static String id(String field, @Nullable String value) {
        return text(field, value, LONGEST_NAME);
    }

    private static String spelling(String field, @Nullable String value) {
        String spelling = Normalizer.normalize(text(field, value, LONGEST_NAME), Normalizer.Form.NFC);
        if (spelling.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new InvalidField(field, "has no letter and no digit");
        }
        return spelling;
    }

    private static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new InvalidField(field, "is missing");
        }
        if (value.length() > longest) {
            throw new InvalidField(field, "is longer than " + longest + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField(field, "has control characters in it");
        }
        return value.strip();
    }
}

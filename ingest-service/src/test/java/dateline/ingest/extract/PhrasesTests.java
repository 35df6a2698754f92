package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTests {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    \\b(?:a|b)?c(?:d|e)             ~ ace, bcd, cd, cx, ac, xcd, ''
                    ^[(\\s\\d*-]*(?:read|see)\\s*:  ~ Read:, (see:, 12 - READ :, reading:, (x
                    (?:old |new )?photos?\\s*[:/]   ~ old photo:, New photos /, photo, PHOTO :, photographs:
                    \\S+@\\S+|-{3,}$|mail           ~ a@b, ---, --, Mail, x
                    [^a]b|читайте|ἀ                 ~ xb, ab, ЧИТАЙТЕ, читаем
                    o{0,2}k|fot\\.|a|ab$            ~ k, ok, ook, fot., foto, ab, a
                    """)
    void aPhraseStartsWhereThePatternMatches(String pattern, String lines) {
        Phrases phrases = new Phrases(pattern);
        Pattern whole = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

        for (String line : lines.split(", ")) {
            assertThat(phrases.start(line))
                    .as(line)
                    .isEqualTo(whole.matcher(line).lookingAt());
        }
    }

    @ParameterizedTest
    @CsvSource({"We ask: support us today, true", "unsupport us, false", "Support us, true", "support, false"})
    void aPhraseStandsInALineOnlyAtAWordsStart(String line, boolean found) {
        assertThat(new Phrases("\\b(?:join|support) us\\b").in(line)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"Подпишитесь на нас сегодня, true", "НЕ ПОДДЕРЖИТЕ НАС, true", "неподпишитесь на нас, false"})
    void aWordStartsWhereNoLetterOfAnyScriptIsBefore(String line, boolean found) {
        assertThat(new Phrases("\\b(?:подпишитесь на|поддержите) нас\\b").in(line))
                .isEqualTo(found);
    }
}

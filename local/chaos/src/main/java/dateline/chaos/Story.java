package dateline.chaos;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * One of the numbered articles; the number decides how many revisions it has and whether it is taken down.
 *
 * @param outlet registrable host of its outlet
 * @param number from 0
 */
record Story(String outlet, int number) {
    private static final List<String> WORDS = List.of(
            ("harbour council ferry budget minister bridge winter season engineers report committee traffic village"
                            + " market price harvest river school teacher library museum railway station timetable"
                            + " morning evening storm repair contract company workers union meeting agreement region"
                            + " hospital doctor patients research students festival concert audience stadium match")
                    .split(" "));

    /** Every tenth has a second revision, every fiftieth a third. */
    int revisions() {
        return number % 50 == 7 ? 3 : number % 10 == 7 ? 2 : 1;
    }

    /** Every hundredth is taken down in the end, and sent once more after that. */
    boolean isTakenDown() {
        return number % 100 == 42;
    }

    String url() {
        return "https://" + outlet + "/story/" + number;
    }

    String id() {
        return ArticleId.of(CanonicalUrl.of(url()));
    }

    String title(int revision) {
        return "Report " + number + " from the harbour, version " + revision;
    }

    /** The text that the index must hold. */
    String body(int revision) {
        StringBuilder text = new StringBuilder();
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            // Only the last paragraph changes from revision to revision.
            Random random = new Random(number * 31L + paragraph + (paragraph == 3 ? revision * 7919L : 0));
            text.append(paragraph == 0 ? "" : "\n\n").append(paragraph(random));
        }
        return text + " This was version " + revision + " of report " + number + ".";
    }

    /** A line of the bulk format. */
    String line(int revision) {
        return "{\"url\":\"" + url() + "\",\"outlet\":\"" + outlet + "\",\"language\":\"en\",\"title\":\""
                + title(revision) + "\",\"published\":\"2026-04-21T10:00:00Z\",\"text\":\""
                + body(revision).replace("\n", "\\n") + "\"}\n";
    }

    static long checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    private static String paragraph(Random random) {
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 3; sentence++) {
            text.append(sentence == 0 ? "" : " ").append("The ");
            for (int word = 0; word < 11; word++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            text.append("said on Tuesday.");
        }
        return text.toString();
    }
}

package dateline.ingest.encoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dateline.ingest.encoding.DecodedText.DecidedBy;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a feed or page as text. A byte order mark decides; without one, bytes that are valid UTF-8 are read
 * so whatever is declared, since declarations lie more often than UTF-8 is valid by chance. Then count the HTTP header, what
 * the document declares (XML declaration, HTML meta element), and last, statistics. A declared encoding that the bytes do not
 * fit gives way to the next. Never throws; safe for use by many threads.
 */
public final class TextDecoder {
    private static final int DECLARATION = 1_024;
    private static final int SAMPLE = 32_768;
    private static final int LEAST_CONFIDENCE = 30;
    private static final Pattern HEADER_CHARSET =
            Pattern.compile("(?i)(?:^|[;,\\s])charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]{1,40})");
    private static final Pattern XML_ENCODING = Pattern.compile(
            "^\\s{0,64}<\\?xml\\s[^>]{0,200}?encoding\\s{0,8}=\\s{0,8}[\"']\\s{0,8}([A-Za-z][A-Za-z0-9._:-]{0,39})");

    /** The text of the bytes, given the value of the {@code Content-Type} header if there was one. */
    public DecodedText decode(byte[] bytes, @Nullable String contentType) {
        DecodedText marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        String wide = byZeros(bytes);
        if (wide != null) {
            return lenient(bytes, 0, wide, DecidedBy.ZERO_BYTES, List.of());
        }
        Map<String, DecidedBy> candidates = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        declared(contentType, HEADER_CHARSET, "the HTTP header", problems)
                .ifPresent(name -> candidates.put(name, DecidedBy.HTTP));
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        declared(head, XML_ENCODING, "the document", problems)
                .or(() -> HtmlEncodingPrescan.find(bytes, DECLARATION))
                .ifPresent(name -> candidates.putIfAbsent(name, DecidedBy.DOCUMENT));
        // Seven-bit encodings are valid UTF-8 too, with their escapes as text.
        if (candidates.containsKey("iso-2022-jp") && contains(bytes, (byte) 0x1b)) {
            return lenient(bytes, 0, "iso-2022-jp", DecidedBy.DOCUMENT, problems);
        }
        String utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new DecodedText(utf8, "utf-8", DecidedBy.VALID_UTF_8, contradicted(candidates, bytes, problems));
        }
        return byDeclaration(bytes, candidates, problems);
    }

    private static DecodedText byDeclaration(byte[] bytes, Map<String, DecidedBy> candidates, List<String> problems) {
        if (Utf8Repair.isMostlyUtf8(bytes)) {
            problems.add("bytes that are not UTF-8");
            return new DecodedText(Utf8Repair.decode(bytes), "utf-8", DecidedBy.VALID_UTF_8, problems);
        }
        for (Map.Entry<String, DecidedBy> candidate : candidates.entrySet()) {
            if (isWide(candidate.getKey())) {
                continue;
            }
            String text = strict(bytes, 0, EncodingLabels.charset(candidate.getKey()));
            if (text != null) {
                return new DecodedText(text, candidate.getKey(), candidate.getValue(), problems);
            }
            problems.add("bytes that are not " + candidate.getKey() + ", as declared");
        }
        for (Map.Entry<String, DecidedBy> candidate : candidates.entrySet()) {
            if (!isWide(candidate.getKey()) && !candidate.getKey().equals("utf-8")) {
                return lenient(bytes, 0, candidate.getKey(), candidate.getValue(), problems);
            }
        }
        return detected(bytes, problems);
    }

    private static DecodedText detected(byte[] bytes, List<String> problems) {
        problems.add("no encoding declared that fits");
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
        for (CharsetMatch match : detector.detectAll()) {
            Optional<String> name = EncodingLabels.name(match.getName());
            if (match.getConfidence() >= LEAST_CONFIDENCE && name.isPresent() && !isWide(name.get())) {
                String text = strict(bytes, 0, EncodingLabels.charset(name.get()));
                if (text != null) {
                    return new DecodedText(text, name.get(), DecidedBy.DETECTION, problems);
                }
            }
        }
        return lenient(bytes, 0, "windows-1252", DecidedBy.DEFAULT, problems);
    }

    private static @Nullable DecodedText byMark(byte[] b) {
        if (starts(b, 0xef, 0xbb, 0xbf)) {
            String strict = strict(b, 3, StandardCharsets.UTF_8);
            return strict != null
                    ? new DecodedText(strict, "utf-8", DecidedBy.BYTE_ORDER_MARK, List.of())
                    : new DecodedText(
                            Utf8Repair.decode(Arrays.copyOfRange(b, 3, b.length)),
                            "utf-8",
                            DecidedBy.BYTE_ORDER_MARK,
                            List.of("bytes that are not UTF-8"));
        }
        if (starts(b, 0xff, 0xfe, 0, 0)) {
            return lenient(b, 4, "utf-32le", DecidedBy.BYTE_ORDER_MARK, List.of());
        }
        if (starts(b, 0, 0, 0xfe, 0xff)) {
            return lenient(b, 4, "utf-32be", DecidedBy.BYTE_ORDER_MARK, List.of());
        }
        if (starts(b, 0xff, 0xfe)) {
            return lenient(b, 2, "utf-16le", DecidedBy.BYTE_ORDER_MARK, List.of());
        }
        return starts(b, 0xfe, 0xff) ? lenient(b, 2, "utf-16be", DecidedBy.BYTE_ORDER_MARK, List.of()) : null;
    }

    /** Markup begins with an ASCII sign, so the zeros beside it tell width and order. */
    private static @Nullable String byZeros(byte[] b) {
        if (b.length < 4) {
            return null;
        }
        int zeros = (b[0] == 0 ? 8 : 0) | (b[1] == 0 ? 4 : 0) | (b[2] == 0 ? 2 : 0) | (b[3] == 0 ? 1 : 0);
        return switch (zeros) {
            case 0b1110 -> "utf-32be";
            case 0b0111 -> "utf-32le";
            case 0b1010 -> "utf-16be";
            case 0b0101 -> "utf-16le";
            default -> null;
        };
    }

    private static Optional<String> declared(
            @Nullable String text, Pattern pattern, String where, List<String> problems) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text.length() > DECLARATION ? text.substring(0, DECLARATION) : text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<String> name = EncodingLabels.name(matcher.group(1));
        if (name.isEmpty()) {
            problems.add("unknown encoding " + matcher.group(1) + " in " + where);
        }
        return name;
    }

    private static List<String> contradicted(Map<String, DecidedBy> candidates, byte[] bytes, List<String> problems) {
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        if (!ascii && !candidates.isEmpty() && !candidates.containsKey("utf-8")) {
            problems.add("declared as " + candidates.keySet().iterator().next() + ", but UTF-8");
        }
        return problems;
    }

    private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // The JDK's fast path has no strict form: a sign of replacement that was not there before shows a fault.
            String text = new String(bytes, from, bytes.length - from, charset);
            return text.indexOf('\ufffd') < 0 || Utf8Repair.isValid(bytes, from) ? text : null;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            charset.name().startsWith("windows-125")
                                    ? CodingErrorAction.REPLACE
                                    : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static DecodedText lenient(byte[] bytes, int from, String name, DecidedBy by, List<String> problems) {
        CharBuffer text = EncodingLabels.charset(name).decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        return new DecodedText(text.toString(), name, by, problems);
    }

    private static boolean isWide(String name) {
        return name.startsWith("utf-16") || name.startsWith("utf-32");
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads compiled message catalogues (GNU gettext manual, "The Format of GNU MO Files"). */
final class Gettext {
    private Gettext() {}

    static Map<String, String> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int count = bytes.getInt(8);
        int originals = bytes.getInt(12);
        int translations = bytes.getInt(16);
        Map<String, String> messages = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            messages.put(text(bytes, originals + 8 * i), text(bytes, translations + 8 * i));
        }
        return messages;
    }

    private static String text(ByteBuffer bytes, int descriptor) {
        int length = bytes.getInt(descriptor);
        int offset = bytes.getInt(descriptor + 4);
        return new String(bytes.array(), offset, length, StandardCharsets.UTF_8);
    }
}

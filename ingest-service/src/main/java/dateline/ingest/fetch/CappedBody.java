package dateline.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body of unknown size and honesty into memory, within a cap on its bytes and on how far they unpack. */
final class CappedBody {
    /** A body went beyond a cap. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    private static final int MAX_RATIO = 100;
    // Below this a high ratio harms nobody, and short repetitive documents do reach it.
    private static final int RATIO_MATTERS_FROM = 1 << 20;

    private CappedBody() {}

    /**
     * The body's bytes, decompressed.
     *
     * @param encoding the Content-Encoding header
     * @param whole whether more than {@code max} bytes is an error, rather than the place to stop
     * @throws TooLarge if it is beyond a cap
     */
    static byte[] read(InputStream raw, @Nullable String encoding, long max, boolean whole) throws IOException {
        String coding = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        switch (coding) {
            case "", "identity", "utf-8", "none" -> {
                byte[] bytes = drain(raw, null, max, whole);
                // Sitemaps are often gzip files, and some servers forget to say that they compressed.
                return isGzip(bytes) ? unzip(new ByteArrayInputStream(bytes), max, whole) : bytes;
            }
            case "gzip", "x-gzip" -> {
                return unzip(raw, max, whole);
            }
            default -> throw new IOException("content coding " + coding + " was not asked for");
        }
    }

    private static byte[] unzip(InputStream raw, long max, boolean whole) throws IOException {
        Counting counting = new Counting(raw);
        byte[] bytes = drain(new GZIPInputStream(counting, 8192), counting, max, whole);
        if (bytes.length <= max && counting.read() >= 0) {
            throw new IOException("something follows the compressed body");
        }
        return bytes;
    }

    private static byte[] drain(InputStream in, @Nullable Counting compressed, long max, boolean whole)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        int read;
        while ((read = in.read(buffer, 0, (int) Math.min(buffer.length, max + 1 - out.size()))) > 0) {
            out.write(buffer, 0, read);
            if (out.size() > max) {
                if (whole) {
                    throw new TooLarge("body is larger than " + max + " bytes");
                }
                break;
            }
            if (compressed != null
                    && out.size() > RATIO_MATTERS_FROM
                    && out.size() / Math.max(1, compressed.count) > MAX_RATIO) {
                throw new TooLarge("body unpacks to more than " + MAX_RATIO + " times its size");
            }
        }
        return out.toByteArray();
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b && bytes[2] == 8;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}

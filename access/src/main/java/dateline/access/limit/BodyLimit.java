package dateline.access.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * Refuses bodies that are too large: at once where their length is given, else as soon as too much was read. Lines of
 * {@code application/x-ndjson} are read one by one and never held together, so there may be any number of them.
 */
public final class BodyLimit extends OncePerRequestFilter {
    private static final String LINES = "application/x-ndjson";

    private final long most;

    /**
     * Takes the limit.
     *
     * @param most bytes
     */
    public BodyLimit(long most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, LINES, 0, LINES.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value(), tooLarge());
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
    }

    private String tooLarge() {
        return "The body is larger than " + most + " bytes (dateline.access.max-body).";
    }

    /** A request whose length is not known before it was read. */
    private final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    /** Counts what is read. */
    private final class CountedStream extends ServletInputStream {
        private final ServletInputStream in;
        private long read;

        CountedStream(ServletInputStream in) {
            this.in = in;
        }

        private int counted(int bytes) {
            read += Math.max(0, bytes);
            if (read > most) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, tooLarge());
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return counted(in.read(buffer, from, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

package dateline.query.alert;

import dateline.contract.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Articles' signatures in a form that takes a fifth of the memory, each article's once for all the searches that it matches,
 * which come close together. Not thread-safe.
 */
final class Prints {
    private static final int MOST = 10_000;
    /** Two texts of a paywall's two sentences are not one story; as the index has it. */
    private static final int SHORTEST = 20;

    private final Map<String, Print> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Print> eldest) {
            return size() > MOST;
        }
    };

    /** The print of a match's article; none for what can not be compared. */
    @Nullable
    Print of(Match match) {
        Signature signature = match.signature();
        if (signature == null
                || signature.shingles() < SHORTEST
                || signature.minhash().isEmpty()) {
            return null;
        }
        Print print = Print.of(match.subject(), signature);
        Print known = recent.get(match.subject());
        if (known != null && known.equals(print)) {
            return known;
        }
        recent.put(match.subject(), print);
        return print;
    }

    /** An article's signature. */
    static final class Print {
        private final String subject;
        private final int[] values;
        private final int shingles;

        private Print(String subject, int[] values, int shingles) {
            this.subject = subject;
            this.values = values;
            this.shingles = shingles;
        }

        static Print of(String subject, Signature signature) {
            return new Print(
                    subject,
                    signature.minhash().stream().mapToInt(Integer::intValue).toArray(),
                    signature.shingles());
        }

        /** The article; one string for all who remember it. */
        String subject() {
            return subject;
        }

        /** Which share of the shorter text is in the longer one, see {@link Signature#containment}. */
        double containment(Print other) {
            if (values.length != other.values.length) {
                return 0;
            }
            int same = 0;
            for (int i = 0; i < values.length; i++) {
                same += values[i] == other.values[i] ? 1 : 0;
            }
            return Signature.containment((double) same / values.length, shingles, other.shingles);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Print print && print.shingles == shingles && Arrays.equals(print.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values) * 31 + shingles;
        }
    }
}

package dateline.ingest.date;

import dateline.ingest.date.DateTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of one text with a mark on those that have been understood. */
final class TokenCursor {
    /** Words and signs that may stand in a date and say nothing. */
    private static final Set<String> FILLERS = Set.of(("""
            at on of the st nd rd th de del da do dos den der am um uhr la le les à às as a alle ore
            el er e o kl klo kello г года год р року рік в у ў і о w godz r v u g god year hrs hour
            hours h saat ci il ili yıl ч ժ թ թվական წელი წლის წ ساعت الساعة في στις ώρα klukkan lúc
            ngày pukul jam ob óra plkst gada m d t ו ב בשעה с ден час часа clock ora orele hodin hod
            ur""").split("\\s+"));

    private static final Set<String> SIGNS = Set.of(
            ",", ".", "-", "/", "(", ")", ";", "|", "·", "•", "@", ":", "[", "]", "日", "号", "號", "일", "º", "ª", "°",
            "'", "\"", "月", "월", "年", "년");

    private static final Set<String> WEEKDAY_ORDINALS =
            Set.of("segunda", "terça", "terca", "quarta", "quinta", "sexta");

    private final List<Token> tokens;
    private final boolean[] used;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
        this.used = new boolean[tokens.size()];
    }

    int size() {
        return tokens.size();
    }

    Token get(int i) {
        return tokens.get(i);
    }

    boolean has(int i) {
        return i >= 0 && i < tokens.size();
    }

    boolean isFree(int i) {
        return has(i) && !used[i];
    }

    boolean isFreeNumber(int i) {
        return isFree(i) && tokens.get(i).isNumber();
    }

    boolean isFreeWord(int i) {
        return isFree(i) && tokens.get(i).isWord();
    }

    boolean isSign(int i, String sign) {
        return isFree(i) && tokens.get(i).is(sign);
    }

    void use(int from, int to) {
        for (int i = from; i < to; i++) {
            used[i] = true;
        }
    }

    /** Indexes of the numbers that nobody has understood yet. */
    List<Integer> freeNumbers() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isFreeNumber(i)) {
                free.add(i);
            }
        }
        return free;
    }

    /** Whether what is left says nothing that could change the date. */
    boolean restIsKnown() {
        for (int i = 0; i < tokens.size(); i++) {
            if (!used[i] && !isKnown(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(int i) {
        Token token = tokens.get(i);
        return switch (token.kind()) {
            case NUMBER -> false;
            case SIGN -> SIGNS.contains(token.text());
            case WORD ->
                FILLERS.contains(token.text())
                        || MonthNames.weekday(token.text()).isPresent()
                        || i == 0
                                && has(1)
                                && (tokens.get(1).is(",") || tokens.get(1).is("."))
                        // Segunda-feira, quinta-feira
                        || token.is("feira")
                        || i == 0 && WEEKDAY_ORDINALS.contains(token.text());
        };
    }
}

package dateline.enrich.geography;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chinese, Japanese and Korean datelines: "新华社兰州5月6日电", "【東京＝共同】", "(대구=연합뉴스)". */
final class EastAsianDateline {
    private static final int LONGEST_NAME = 10;
    private static final int WITHIN = 80;

    private static final Pattern WIRE = Pattern.compile(
            "[【（(〔\\[]?([\\p{IsHan}·]{2,24})\\s?(?:\\p{Nd}{1,2}\\s?月)?\\s?\\p{Nd}{1,2}\\s?日(?:[上下]午|凌晨|晚)?(?:综合|綜合|外)?[电電讯訊]");
    private static final Pattern BRACKETS = Pattern.compile(
            "[\\[【（(［〔]([\\p{IsHan}\\p{IsKatakana}\\p{IsHangul}ー・·,/ ]{2,20}?)\\s?([=＝]|\\p{Nd}{1,2}日|[\\s　]|共同|時事|ロイター|時事通信|AFP)[^\\]】）)］〕]{0,40}[\\]】）)］〕]");
    private static final Pattern SEVERAL = Pattern.compile("[・·,/ ]");
    /** What towns have behind their names, or have not, in these languages. */
    private static final List<String> TOWN = List.of("", "市", "都", "府", "县", "県", "시", "광역시", "특별시", "특별자치시");

    private final PlaceNames names;

    EastAsianDateline(PlaceNames names) {
        this.names = names;
    }

    DatelineForm.@Nullable Found find(String line) {
        String head = line.substring(0, Math.min(WITHIN, line.length()));
        Matcher wire = WIRE.matcher(head);
        if (wire.lookingAt()) {
            return suffix(wire.group(1), wire.start(1));
        }
        Matcher brackets = BRACKETS.matcher(head);
        if (!brackets.lookingAt()) {
            return null;
        }
        String name = SEVERAL.split(brackets.group(1))[0];
        String known = known(name);
        return known == null ? null : new DatelineForm.Found(known, brackets.start(1), List.of());
    }

    /** An agency and a reporter stand before the place without a mark. */
    private DatelineForm.@Nullable Found suffix(String run, int start) {
        for (int from = Math.max(0, run.length() - LONGEST_NAME); from <= run.length() - 2; from++) {
            String known = known(run.substring(from));
            if (known != null) {
                return new DatelineForm.Found(known, start + from, List.of());
            }
        }
        return null;
    }

    private @Nullable String known(String name) {
        for (String addition : TOWN) {
            if (!names.all(name + addition).isEmpty()) {
                return name + addition;
            }
            if (!addition.isEmpty()
                    && name.endsWith(addition)
                    && !names.all(name.substring(0, name.length() - addition.length()))
                            .isEmpty()) {
                return name.substring(0, name.length() - addition.length());
            }
        }
        return null;
    }
}

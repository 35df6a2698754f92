package dateline.query.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An edit of the knowledge base and what became of it, as enrich-service tells it. */
public record EditLine(
        int number,
        @Nullable String status,
        @Nullable Change change,
        @Nullable Integer undoes,
        @Nullable String by,
        @Nullable String why,
        @Nullable Instant at,
        @Nullable String refusal,
        @Nullable Integer undoneBy) {
    /** What is changed; which fields there are depends on {@code edit}. */
    record Change(
            @Nullable String edit,
            @Nullable String id,
            EntityLine.@Nullable NameLine name,
            @Nullable String text,
            @Nullable String into,
            @Nullable String newId,
            @Nullable List<String> texts) {}

    /** The edit in words. */
    public String words() {
        if (change == null || change.edit() == null) {
            return undoes == null ? "an edit that can not be read" : "undoes edit " + undoes;
        }
        return switch (change.edit()) {
            case "add-alias" -> change.id() + " is also called “" + spelling() + "”";
            case "block-alias" -> change.id() + " is not called “" + change.text() + "”";
            case "merge" -> change.id() + " is the same as " + change.into();
            case "split" ->
                change.newId() + " is another than " + change.id() + ", and called "
                        + String.join(", ", change.texts() == null ? List.of() : change.texts());
            default -> change.edit() + " of " + change.id();
        };
    }

    private String spelling() {
        return change == null || change.name() == null ? "" : change.name().text();
    }

    /** Whether it can be undone. */
    public boolean isInEffect() {
        return "APPLIED".equals(status);
    }
}

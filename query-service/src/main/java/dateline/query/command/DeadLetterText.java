package dateline.query.command;

import tools.jackson.databind.JsonNode;

/** What the workbench answers, as a person reads it in a terminal. Pure. */
final class DeadLetterText {
    private static final int LONGEST = 90;

    private DeadLetterText() {}

    static String list(JsonNode list) {
        int total = list.path("total").asInt();
        if (total == 0) {
            return list.path("complete").asBoolean()
                    ? "No dead letters.\n"
                    : "None yet; the log is still being read.\n";
        }
        Table groups = new Table("GROUP", "COUNT", "TOPIC", "CAUSE", "LAST (UTC)", "MESSAGE");
        list.path("groups")
                .forEach(group -> groups.row(
                        text(group, "id"),
                        text(group, "count"),
                        text(group, "topic"),
                        text(group, "reason"),
                        TraceCommand.time(text(group, "last")),
                        cut(text(group, "message"))));
        Table letters = new Table("ORIGIN", "WHEN (UTC)", "ATTEMPT", "BYTES", "KEY", "MESSAGE");
        list.path("letters")
                .forEach(letter -> letters.row(
                        text(letter, "origin"),
                        TraceCommand.time(text(letter, "at")),
                        text(letter, "attempt"),
                        text(letter, "size"),
                        text(letter, "key"),
                        cut(text(letter, "message"))));
        String missing = list.path("complete").asBoolean() ? "" : " so far; the log is still being read";
        long leftOut = list.path("leftOut").asLong();
        return total + " open" + missing + (leftOut == 0 ? "" : ", and " + leftOut + " that are too many to show")
                + "\n\n" + groups + "\n" + letters;
    }

    static String letter(JsonNode detail) {
        JsonNode letter = detail.path("letter");
        StringBuilder text = new StringBuilder();
        text.append(text(letter, "origin")).append(", given up by ").append(text(letter, "service"));
        text.append(" at ").append(text(letter, "at")).append(" (attempt ").append(text(letter, "attempt"));
        text.append(", group ").append(text(letter, "group")).append(")\n\n");
        text.append(text(letter, "reason"))
                .append(": ")
                .append(text(detail, "message"))
                .append("\n\n");
        Table headers = new Table("HEADER", "VALUE");
        detail.path("headers")
                .properties()
                .forEach(each -> headers.row(each.getKey(), each.getValue().asString("")));
        text.append(headers).append("\nRECORD (").append(text(letter, "size")).append(" bytes)\n");
        JsonNode payload = detail.path("payload");
        String record = payload.path("form").asString("").equals("json")
                ? payload.path("json").toPrettyString()
                : text(payload, "text").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "·");
        text.append(record)
                .append(payload.path("cut").asBoolean() ? "\n… (payload shows all)" : "")
                .append("\n\n");
        text.append("STACK\n").append(text(detail, "stack").strip()).append('\n');
        if (!detail.path("history").isEmpty()) {
            text.append("\nBEFORE\n").append(entries(detail.path("history")));
        }
        return text.toString();
    }

    static String audit(JsonNode page) {
        return page.path("total").asInt() == 0 ? "Nothing was done yet.\n" : entries(page.path("entries"));
    }

    private static String entries(JsonNode entries) {
        Table table = new Table("WHEN (UTC)", "WHO", "WHAT", "LETTER", "CAUSE", "WHY", "OUTCOME");
        entries.forEach(entry -> table.row(
                TraceCommand.time(text(entry, "at")),
                text(entry, "by"),
                text(entry, "action"),
                text(entry, "origin"),
                text(entry, "reason"),
                text(entry, "why"),
                text(entry, "outcome")));
        return table.toString();
    }

    static String result(JsonNode result) {
        return text(result, "origin") + ": " + text(result, "outcome") + "\n";
    }

    static String progress(JsonNode progress) {
        StringBuilder text = new StringBuilder();
        text.append(text(progress, "action"))
                .append(' ')
                .append(text(progress, "id"))
                .append(": ");
        text.append(text(progress, "state"))
                .append(", ")
                .append(text(progress, "done"))
                .append(" of ");
        text.append(text(progress, "total")).append(" done");
        int refused = progress.path("refused").asInt();
        text.append(refused == 0 ? "" : ", " + refused + " stay").append('\n');
        if (progress.hasNonNull("ended")) {
            progress.path("problems")
                    .forEach(problem ->
                            text.append("  ").append(problem.asString("")).append('\n'));
        }
        return text.toString();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

package dateline.journey;

import tools.jackson.databind.json.JsonMapper;

/** An article by somebody who means harm. */
final class HostileArticle {
    static final String SCRIPT = "<script>window.hacked=1</script>";

    private HostileArticle() {}

    static String json() {
        String image = "<img src=x onerror=\"window.hacked=2\">";
        String drawing = "<svg onload=window.hacked=3><a href=\"javascript:window.hacked=4\"><text>x</text></a></svg>";
        String style = "<style>main{display:none}</style><p style=\"position:fixed;inset:0\">over all</p>";
        String template = "[[${T(java.lang.Runtime).getRuntime()}]] {{constructor}} th:utext=\"${1}\"";
        // An override that is never closed, isolates that are closed too often, marks stacked upon one letter.
        String direction = "\u202Eesrever\u2066\u2069\u2069\u2069 \u200F\u061C" + "a" + "\u0301".repeat(60);
        String endless = "W".repeat(3_000);
        String text = String.join(
                "\n\n",
                "Armenian Prime Minister Nikol Pashinyan said: \"" + SCRIPT + image + "\" in Yerevan.",
                drawing,
                style,
                template,
                direction,
                endless,
                "javascript:window.hacked=5",
                "\"><input autofocus onfocus=window.hacked=6>",
                "The foreign ministry spoke of a diplomatic row over trade.");
        return JsonMapper.shared()
                .createObjectNode()
                .put("url", "https://hostile.example/a?x=%22%3E%3Cscript%3E")
                .put("title", SCRIPT + image + direction)
                .put("outlet", "hostile.example")
                .put("published", "2026-04-21T10:00:00Z")
                .put("language", "en")
                .put("text", text)
                .toString();
    }
}

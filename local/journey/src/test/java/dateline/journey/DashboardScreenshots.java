package dateline.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Takes the pictures in docs/screenshots; the README there has the command. */
class DashboardScreenshots {
    @RegisterExtension
    static final SharedDemo DEMO = new SharedDemo();

    @Test
    void take() throws IOException {
        Path folder = DEMO.dateline().checkout().resolve("docs/screenshots");
        Files.createDirectories(folder);
        String lukashenko = "/entity?id=person:alexander-lukashenko&range=any";
        try (Browser browser = Browser.at(DEMO.dateline().uri("query", "/"))) {
            picture(browser, folder, "overview", "/?range=30d", "light", 1280);
            picture(browser, folder, "overview-dark", "/?range=30d", "dark", 1280);
            picture(browser, folder, "overview-narrow", "/?range=30d", "light", 360);
            picture(browser, folder, "search", "/search?q=Baku", "light", 1280);
            picture(browser, folder, "search-narrow", "/search?q=Baku", "dark", 360);
            picture(browser, folder, "entity", lukashenko, "light", 1280);
            picture(browser, folder, "entity-dark", lukashenko, "dark", 1280);
            picture(browser, folder, "entity-narrow", lukashenko, "light", 360);
            picture(browser, folder, "outlets", "/outlets?range=any", "light", 1280);
            picture(browser, folder, "topics-dark", "/topics?range=any", "dark", 1280);
            consolePictures(browser, folder);
            browser.systemTheme("light").wide(1280).open("/search?q=%22Zagulba+Palace%22&outlet=caspian-wire");
            browser.click(".articles h3 a");
            Files.write(folder.resolve("article.png"), browser.screenshot());
            browser.open("/search?language=ar").click(".articles h3 a").wide(360);
            Files.write(folder.resolve("article-narrow-arabic.png"), browser.screenshot());
        }
    }

    /** Also what an operator sees when a record could not be read. */
    private static void consolePictures(Browser browser, Path folder) throws IOException {
        RunningDateline dateline = DEMO.dateline();
        dateline.write("news.incoming", "cut", "{\"type\": \"article\", \"title\": \"Cut off in the mid");
        await("the letter")
                .atMost(Duration.ofSeconds(60))
                .until(() -> dateline.get("query", "/api/dead-letters?q=Incoming")
                        .body()
                        .contains("\"total\":1"));
        String article =
                dateline.search("?size=1").get("items").get(0).get("id").asString();
        picture(browser, folder, "console", "/console", "light", 1280);
        picture(browser, folder, "console-dark", "/console", "dark", 1280);
        picture(browser, folder, "console-narrow", "/console", "light", 360);
        picture(browser, folder, "console-feeds", "/console/feeds", "light", 1280);
        picture(browser, folder, "console-letters", "/console/letters", "light", 1280);
        picture(browser, folder, "console-trace", "/console/trace?q=" + article, "light", 1280);
        picture(browser, folder, "console-replay-dark", "/console/replay", "dark", 1280);
        picture(browser, folder, "console-knowledge", "/console/knowledge?name=belta", "light", 1280);
        browser.open("/console/feeds").follow("Caspian Wire");
        Files.write(folder.resolve("console-feed.png"), browser.screenshot());
        browser.open("/searches?q=Baku").find("#save [name=name]").sendKeys("Capital of the Caspian");
        browser.click("#save button[type=submit]")
                .follow("Capital of the Caspian")
                .awaitAddress("/searches/");
        Files.write(folder.resolve("saved-search.png"), browser.screenshot());
    }

    private static void picture(Browser browser, Path folder, String name, String path, String theme, int width)
            throws IOException {
        browser.wide(width).systemTheme(theme).open(path);
        Files.write(folder.resolve(name + ".png"), browser.screenshot());
    }
}

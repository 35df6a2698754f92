package dateline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What an operator does at the console, in a browser, with the sample newsroom. The last test ends a service. */
@Order(500)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String EVIL =
            "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">";

    @RegisterExtension
    static final SharedDemo DEMO = new SharedDemo();

    private static Browser browser;

    private final RunningDateline dateline = DEMO.dateline();

    @BeforeAll
    static void open() {
        browser = Browser.at(DEMO.dateline().uri("query", "/"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void fill(String css, String text) {
        WebElement field = browser.find(css);
        field.clear();
        field.sendKeys(text);
    }

    private static void press(String words) {
        await(words).atMost(PATIENCE).ignoreExceptions().until(() -> {
            for (WebElement button : browser.all("button")) {
                if (button.isDisplayed() && button.getText().startsWith(words)) {
                    button.click();
                    return true;
                }
            }
            return false;
        });
        browser.settled();
    }

    /** Waits until the page, which keeps itself current, says so. */
    private static void awaitText(String css, String words) {
        await(css + " says " + words)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> browser.find(css).getText(), text -> text.contains(words));
    }

    @Test
    @Order(1)
    void theFirstScreenSaysWhatFlowsAndWhoAnswers() {
        browser.open("/console");

        awaitText("#now", "Articles a minute");
        awaitText("#now", "caught up");
        awaitText("#now", "1 broker");
        assertThat(browser.text("#now")).contains("enrich-service", "ingest-service", "Elasticsearch");
        browser.assertAccessible();
        browser.wide(360).assertNothingSticksOut();
        browser.wide(2560).assertNothingSticksOut();
        browser.wide(1280);
    }

    @Test
    @Order(2)
    void aFeedIsRemovedFoundAgainByItsSiteAndAddedAfterALook() {
        browser.open("/console/feeds?q=harbour").follow("Harbour Post");
        String home = browser.text("h1 ~ p a.address").replaceAll("/[^/]*$", "/");
        browser.click("details.sure summary");
        press("Remove it");
        awaitText("[role=status].notice", "was removed");

        browser.click("a[href='/console/feeds/add']");
        fill("#url", home);
        press("Look at it");
        awaitText("#main", "What would be ingested");
        assertThat(browser.text(".sample")).hasSizeGreaterThan(200);
        browser.assertAccessible();
        press("Subscribe");
        awaitText("[role=status].notice", "The feed was added");
        awaitText("h1", "Harbour Post");
        awaitText("#state", "ok");
    }

    @Test
    @Order(3)
    void aFeedIsPausedResumedAndPolledNow() {
        browser.open("/console/feeds?q=caspian").follow("Caspian Wire");
        press("Pause");
        awaitText(".state", "paused");
        press("Resume");
        press("Poll now");
        awaitText("[role=status].notice", "as soon as its site's turn comes");
        browser.assertAccessible();
    }

    @Test
    @Order(4)
    void aMissingArticleIsFoundOrItsNearestThingIsSaid() {
        String id = dateline.search("?size=1").get("items").get(0).get("id").asString();
        browser.open("/console/trace");
        fill("#q", id);
        press("Find it");
        awaitText(".answer", "Searchable, revision 1");
        assertThat(browser.all(".step.done")).hasSizeGreaterThanOrEqualTo(4);
        browser.assertAccessible();

        fill("#q", "https://nobody.example/never");
        press("Find it");
        awaitText("#main", "No feed of nobody.example");
    }

    @Test
    @Order(5)
    void aDeadLetterIsReadAsWhatItIsAndSentAgain() {
        dateline.write(
                "news.incoming", "evil", "{\"type\": \"article\", \"title\": \"" + EVIL.replace("\"", "\\\"") + "\"");
        await("the letter")
                .atMost(PATIENCE)
                .until(() -> dateline.get("query", "/api/dead-letters?q=Incoming")
                        .body()
                        .contains("\"total\":1"));

        browser.open("/console/letters").follow("news.incoming-");
        assertThat(browser.find("#payload").getDomProperty("value")).contains("document.title='ran'");
        assertThat(browser.script("return document.title")).isEqualTo("Dead letter – Dateline");
        browser.assertAccessible();
        browser.wide(360).assertNothingSticksOut();
        browser.wide(1280);

        press("Send again");
        awaitText("[role=status].notice", "sent to news.incoming-");
    }

    @Test
    @Order(6)
    void aDeadLetterIsEditedUntilItIsRight() {
        await("it failed again")
                .atMost(PATIENCE)
                .until(() -> dateline.get("query", "/api/dead-letters?q=Incoming")
                        .body()
                        .contains("\"attempt\":2"));
        browser.open("/console/letters").follow("news.incoming-");
        fill("#payload", "{\"type\": ");
        press("Send the edited record");
        awaitText("[role=alert].bad", "it is no JSON");
        assertThat(browser.complaints())
                .as("what the browser says of the refusal")
                .allMatch(line ->
                        line.contains("/edit - Failed to load resource: the server responded with a status of 400"));
        assertThat(browser.find("#payload").getDomProperty("value"))
                .as("what was typed")
                .isEqualTo("{\"type\": ");

        browser.click("details.sure summary");
        fill("#why-discard", "a test");
        press("Discard it");
        awaitText("[role=status].notice", "discarded");
        browser.open("/console/letters/audit");
        assertThat(browser.text("table")).contains("discarded", "a test", "retried");
        browser.assertAccessible();
    }

    @Test
    @Order(7)
    void aDryRunSaysWhatWouldChange() {
        browser.open("/console/replay");
        browser.assertAccessible();
        fill("#outlet", "caspian-wire");
        press("Say what would change");
        awaitText("#progress", "finished");
        awaitText("#progress", "articles would change");
        assertThat(browser.text("#progress")).contains("dry run");
        browser.assertAccessible();
    }

    @Test
    @Order(8)
    void theIndexIsBuiltAnewAndSwitchedTo() {
        browser.open("/console/index");
        fill("#reason", "a test");
        press("Build a new index");
        awaitText("#progress", "the same as the log");
        press("Switch to it");
        awaitText("[role=status].notice", "The new index is live");
        browser.assertAccessible();
        browser.open("/console/index").click("details.sure summary");
        press("Remove it");
        awaitText("[role=status].notice", "was removed");
        assertThat(dateline.search("?size=0").get("total").asInt()).isPositive();
    }

    @Test
    @Order(9)
    void aNameIsAddedToTheKnowledgeBaseAndTakenBack() {
        browser.open("/console/knowledge?name=belta").follow("BelTA");
        fill("#add-text", "БелТА-ТВ");
        fill("#add-language", "be");
        new Select(browser.find("#add-kind")).selectByValue("SHORT");
        fill("#add-why", "their channel signs so");
        press("Add it");
        awaitText("[role=status].notice", "is in effect");
        assertThat(browser.text(".name-list")).contains("БелТА-ТВ");
        browser.assertAccessible();

        press("Undo");
        awaitText("[role=status].notice", "is undone");
        assertThat(browser.text(".name-list")).doesNotContain("БелТА-ТВ");
    }

    @Test
    @Order(10)
    void everyPageFitsATelephoneInEitherTheme() {
        for (String theme : List.of("light", "dark")) {
            browser.systemTheme(theme);
            for (String page : List.of(
                    "",
                    "/feeds",
                    "/feeds/add",
                    "/letters",
                    "/letters/audit",
                    "/trace",
                    "/replay",
                    "/index",
                    "/knowledge")) {
                browser.open("/console" + page).wide(360).assertNothingSticksOut();
                browser.assertAccessible();
            }
        }
        browser.wide(1280).systemTheme("light");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(11)
    void aServiceThatDiesIsSaidWithinFiveSeconds() {
        browser.open("/console");
        dateline.kill("enrich");
        long killed = System.nanoTime();

        await("the first screen")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(
                        () -> browser.find("#now")
                                .findElement(By.cssSelector(".finding.broken"))
                                .getText(),
                        text -> text.contains("enrich-service does not answer"));
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(5));

        assertThat(dateline.run("demo", "--free-ports").status()).isZero();
        await("all is well again")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> browser.text("#now"), text -> !text.contains("enrich-service does not answer"));
    }
}

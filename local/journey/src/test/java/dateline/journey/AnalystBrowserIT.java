package dateline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** What an analyst does at the dashboard, done in a browser, with the sample newsroom's articles. */
@Order(1)
class AnalystBrowserIT {
    private static final String LUKASHENKO = "/entity?id=person%3Aalexander-lukashenko&range=any";
    private static final List<String> PAGES = List.of(
            "/?range=any",
            "/search?q=Baku",
            LUKASHENKO,
            "/outlets?range=any",
            "/topics?range=any",
            "/searches?q=Baku",
            "/nowhere");

    @RegisterExtension
    static final SharedDemo DEMO = new SharedDemo();

    private static Browser browser;

    @BeforeAll
    static void openABrowser() {
        browser = Browser.at(DEMO.dateline().uri("query", "/"));
    }

    @AfterAll
    static void closeIt() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void asItWasAtFirst() {
        browser.wide(1280).systemTheme("light").timeZone("Asia/Yerevan").complaints();
    }

    @Test
    void fromANameToWhatHappenedInTwoSteps() {
        browser.open("/?range=30d").type("/").type("lukashen");
        browser.find("#found-names [role=option]");
        browser.type(Keys.ARROW_DOWN, Keys.ENTER).awaitAddress("/entity?id=person%3Aalexander-lukashenko");

        assertThat(browser.text("h1")).isEqualTo("Alexander Lukashenko");
        assertThat(browser.address()).contains("range=30d");
        assertThat(browser.find(".chart canvas").isDisplayed()).isTrue();
        String latest = browser.text(".articles h3 a");
        browser.click(".articles h3 a");
        assertThat(browser.text("article h1")).isEqualTo(latest);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void timeAndFiltersAreInTheAddressOfEveryPageAndBackGoesBack() {
        browser.open("/").click("#range-90d");
        assertThat(browser.address()).contains("range=90d");

        browser.click("[aria-labelledby=panel-topic] a");
        assertThat(browser.address()).contains("range=90d").contains("topic=");
        String chip = browser.text(".chip bdi");

        browser.follow("Outlets").awaitAddress("/outlets");
        assertThat(browser.address()).contains("range=90d").contains("topic=");
        assertThat(browser.all(".list tbody tr")).isNotEmpty();

        browser.back();
        assertThat(browser.text(".chip bdi")).isEqualTo(chip);
        browser.click(".chip");
        assertThat(browser.address()).contains("range=90d").doesNotContain("topic=");
    }

    @Test
    void aFacetNarrowsWhatIsFoundWithoutLosingThePlace() {
        browser.open("/search");
        browser.script("document.getElementById('facet-language').scrollIntoView()");
        Object before = browser.script("return scrollY");
        assertThat(((Number) before).intValue()).isPositive();
        String loaded = "window.loadedOnce = true";
        browser.script(loaded);

        browser.find("[aria-labelledby=facet-outlet] a").click();
        browser.awaitAddress("outlet=");

        assertThat(browser.script("return window.loadedOnce"))
                .as("the page was not left")
                .isEqualTo(true);
        assertThat(browser.find("[aria-labelledby=facet-outlet] a.chosen").getAttribute("aria-current"))
                .isEqualTo("true");
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("chosen");
        assertThat(browser.text(".sections a[href^='/outlets']")).isEqualTo("Outlets");
        assertThat(browser.find(".sections a[href^='/outlets']").getAttribute("href"))
                .contains("outlet=");
        browser.back();
        assertThat(browser.address()).doesNotContain("outlet=");
        assertThat(browser.all(".chip")).isEmpty();
    }

    @Test
    void aSpanDrawnOverTheChartBecomesTheTime() {
        browser.open("/search?range=any").drag(".chart .u-over", 0.5, 0.9);

        browser.awaitAddress("from=");
        assertThat(browser.address()).contains("to=").doesNotContain("range=");
        assertThat(browser.find(".days [name=from]").getAttribute("value")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(browser.find(".chart canvas").isDisplayed()).isTrue();
    }

    @Test
    void whatMatchesIsMarkedAndEveryChartIsATableToo() {
        browser.open("/search?q=ferry");

        assertThat(browser.all(".articles mark")).isNotEmpty();
        browser.click(".as-table summary");
        assertThat(browser.all(".as-table tbody tr")).isNotEmpty();
    }

    @Test
    void anArticleShowsWhoWhereAndWhatWasLeftOut() {
        browser.open("/search?q=%22Zagulba+Palace%22&outlet=caspian-wire").click(".articles h3 a");

        assertThat(browser.all("article .mention.person")).isNotEmpty();
        assertThat(browser.all("article .dateline")).isNotEmpty();
        assertThat(browser.text(".about")).contains("from the dateline").contains("to the day");
        browser.click("article .extra summary");
        assertThat(browser.find(".left-out").isDisplayed()).isTrue();
        browser.click("article .mention.person");
        assertThat(browser.address()).contains("/entity?id=person");
    }

    @Test
    void anEntityTellsItsNamesCompanyQuotesAndPlaces() {
        browser.open(LUKASHENKO);

        assertThat(browser.text("[aria-labelledby=names]")).contains("Lukashenka");
        assertThat(browser.text("[aria-labelledby=companions]")).contains("Aliyev");
        assertThat(browser.all(".map circle")).isNotEmpty();
        assertThat(browser.script("return document.querySelector('.map .land').getBoundingClientRect().width > 0"))
                .as("the outline of the world was drawn")
                .isEqualTo(true);
    }

    @Test
    void aSearchIsSavedAfterALookBackAndTellsAWebhook() {
        browser.open("/search?q=Baku").follow("Save this search").awaitAddress("/searches");
        assertThat(browser.text("#save")).contains("It would have found", "articles in the last 30 days");
        assertThat(browser.find("#save .chart canvas").isDisplayed()).isTrue();
        browser.find("#save [name=name]").sendKeys("Capital of the Caspian");
        browser.click("#save button[type=submit]")
                .follow("Capital of the Caspian")
                .awaitAddress("/searches/");

        assertThat(browser.text("h1")).isEqualTo("Capital of the Caspian");
        assertThat(browser.text(".chips")).contains("Baku");
        assertThat(browser.find(".chart canvas").isDisplayed()).isTrue();
        assertThat(browser.all(".told a")).isNotEmpty();
        browser.find("form.webhook [name=url]").sendKeys("https://hooks.example/told");
        browser.click("form.webhook button[type=submit]");
        assertThat(browser.text(".channels bdi")).isEqualTo("https://hooks.example/told");
        browser.find("form.webhook [name=url]").sendKeys("http://127.0.0.1/told");
        browser.click("form.webhook button[type=submit]");
        assertThat(browser.text("[data-enhance=channels] .notice")).contains("has no public address");
        assertThat(browser.violations()).isEmpty();
        browser.wide(360).assertNothingSticksOut();
        browser.wide(1280);

        browser.click(".channels button");
        assertThat(browser.find(".channels .none:only-child").isDisplayed()).isTrue();
    }

    @Test
    void timesAreTheReadersWithTheExactOneToHoverFor() {
        browser.open("/search");

        String shown = String.valueOf(browser.script("""
                        const time = document.querySelector('.articles time[datetime*="T"]');
                        const at = new Date(time.dateTime);
                        const there = new Intl.DateTimeFormat('en-GB', {timeZone: 'Asia/Yerevan', hour: '2-digit', minute: '2-digit'});
                        return [time.textContent.includes(there.format(at)), time.title.includes(time.dateTime)].join()
                        """));
        assertThat(shown).isEqualTo("true,true");
        assertThat(browser.text("#foot")).contains("Asia/Yerevan");
    }

    @Test
    void theThemeIsTheSystemsUntilSomebodyChooses() {
        browser.systemTheme("dark").open("/");
        String dark = ground();
        browser.click("[data-theme-switch]");
        String light = ground();
        assertThat(light).isNotEqualTo(dark);

        browser.open("/search");
        assertThat(ground()).as("the choice is kept").isEqualTo(light);
        browser.script("localStorage.removeItem('theme')");
    }

    private static String ground() {
        return String.valueOf(browser.script("return getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void theKeyboardIsEnough() {
        browser.open("/search?q=Baku").type(Keys.TAB);
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("skip");
        browser.type(Keys.ENTER);
        assertThat(browser.address()).endsWith("#main");
        browser.type("/");
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("find");
        browser.type(Keys.HOME).type("Ganja ", Keys.ENTER).awaitAddress("q=Ganja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everybodyCanUseEveryPage(String theme) {
        browser.systemTheme(theme);
        List<String> violations = new ArrayList<>();
        for (String page : PAGES) {
            violations.addAll(browser.open(page).violations());
        }
        violations.addAll(browser.open("/search?q=Baku").click(".articles h3 a").violations());
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 2560})
    void everyPageFitsItsWidth(int width) {
        browser.wide(width);
        for (String page : PAGES) {
            browser.open(page).assertNothingSticksOut();
        }
        browser.open("/search?language=ar").click(".articles h3 a").assertNothingSticksOut();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?range=any", "/search", LUKASHENKO})
    void theFirstViewIsSmall(String page) {
        FirstView view = browser.firstView(page);

        assertThat(view.bytes()).as(view.toString()).isBetween(10_000L, 200_000L);
    }

    @Test
    void pagesComplainOfNothing() {
        for (String page : PAGES.subList(0, 5)) {
            browser.open(page);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingOfAnArticleRunsOrBreaksThePage() {
        String id = DEMO.dateline().submit(HostileArticle.json());
        DEMO.dateline()
                .searchUntil(
                        "?outlet=hostile.example", page -> page.get("total").asInt() == 1);

        for (int width : new int[] {360, 1280}) {
            browser.wide(width);
            for (String page : List.of(
                    "/articles/" + id,
                    "/search?outlet=hostile.example",
                    "/?outlet=hostile.example&range=any",
                    "/search?q=" + RunningDateline.encoded(HostileArticle.SCRIPT))) {
                browser.open(page);

                assertThat(browser.script("return window.hacked === undefined"))
                        .as(page)
                        .isEqualTo(true);
                assertThat(browser.script("""
                                return [...document.querySelectorAll('a')].filter(a => !/^https?:$/.test(a.protocol)).length
                                     + document.querySelectorAll('main iframe, main object, main style, main script, main [onerror], main [onload], main [style*=fixed]').length
                                """)).as(page).isEqualTo(0L);
                browser.assertNothingSticksOut();
            }
        }
        assertThat(browser.complaints()).isEmpty();
        browser.open("/articles/" + id);
        assertThat(browser.text("h1")).as("shown as it is, not run").contains("<script>");
    }
}

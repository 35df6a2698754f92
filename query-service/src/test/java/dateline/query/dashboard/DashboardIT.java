package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Block;
import dateline.contract.Change;
import dateline.contract.EntityType;
import dateline.contract.Furniture;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryServiceTest
class DashboardIT {
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"([^\"]+\\.(?:css|js|svg))");

    @Autowired
    private RunningService service;

    private String page(String path) {
        HttpResponse<String> answer = service.ask(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        return answer.body();
    }

    @Test
    void aSearchShowsWhatWasFoundAndHowToNarrowIt() {
        SampleArticle article = SampleArticle.at("https://page.example/a")
                .from("page.example", "Page")
                .titled("The bridge reopens")
                .naming("place:kestrel", "Kestrel Bay", EntityType.PLACE);
        service.publish(article);
        service.awaitSearchable(article);

        String html = page("/search?q=bridge&outlet=page.example");

        assertThat(html)
                .contains("The <mark>bridge</mark> reopens")
                .contains("href=\"/articles/" + article.id() + "\"")
                .contains("<time datetime=\"2026-04-21T12:00:00Z\"")
                .contains("href=\"/search?q=bridge&amp;entity=place%3Akestrel&amp;outlet=page.example\"")
                .contains("href=\"/search?q=bridge\"")
                .contains("href=\"/entity?id=place%3Akestrel&amp;range=any\"")
                .contains("Most: 21 Apr 2026, 12:00 UTC, 1 article.");
    }

    @Test
    void anArticleShowsItsEntitiesItsRevisionsAndWhatWasLeftOut() {
        SampleArticle article = SampleArticle.at("https://page.example/b")
                .from("page.example", "Page")
                .saying("The mayor of Kestrel Bay spoke.")
                .with(new Block(Block.Kind.LIST, "First\nKestrel Bay"))
                .with(new Furniture(Furniture.Reason.READ_MORE, "Read more about ferries"))
                .naming("place:kestrel", "Kestrel Bay", EntityType.PLACE)
                .revision(2)
                .changed(new Change(2, SampleArticle.NOON, "An older title", List.of("Added."), List.of("Removed.")));
        service.publish(article);
        service.awaitSearchable(article);

        String html = page("/articles/" + article.id());

        String link = "<a class=\"mention place\" href=\"/entity?id=place%3Akestrel\">Kestrel Bay</a>";
        assertThat(html)
                .contains("The mayor of " + link + " spoke.")
                .contains("<li>First</li><li>" + link + "</li>")
                .contains("read more</h3>")
                .contains("Read more about ferries")
                .contains("An older title")
                .contains("to the minute, from JSON-LD");
    }

    @Test
    void anArticlesPageLeadsToWhatItWentThrough() {
        SampleArticle article = SampleArticle.at("https://page.example/traced").from("page.example", "Page");
        service.publish(article);
        service.awaitSearchable(article);

        Matcher link = Pattern.compile("href=\"(/console/trace[^\"]*)\"").matcher(page("/articles/" + article.id()));

        assertThat(link.find()).isTrue();
        assertThat(page(link.group(1))).contains("<span>id " + article.id() + "</span>");
    }

    @Test
    void nothingInAnArticleIsMarkup() {
        String hostile = "\"'><script>alert(1)</script><svg onload=alert(1)>[[${7*7}]]";
        SampleArticle article = SampleArticle.at("https://markup.example/a")
                .from("markup.example", hostile)
                .titled(hostile)
                .saying(hostile + " Name", "javascript:alert(1)")
                .with(new Furniture(Furniture.Reason.OTHER, hostile))
                .naming("nil:" + hostile, hostile, EntityType.PERSON, "Name")
                .about("own:" + hostile, hostile)
                .revision(2)
                .changed(new Change(2, SampleArticle.NOON, hostile, List.of(hostile), List.of(hostile)));
        service.publish(article);
        service.awaitSearchable(article);

        for (String html : List.of(
                page("/search?outlet=markup.example"),
                page("/articles/" + article.id()),
                page("/search?q=script&outlet=markup.example"),
                page("/search?entity=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))) {
            assertThat(html)
                    .doesNotContain("<script>")
                    .doesNotContain("<svg onload")
                    .doesNotContain("49</");
            assertThat(html).contains("&lt;script&gt;");
        }
    }

    @Test
    void everyAnswerForbidsScriptsAndOtherHosts() {
        for (String path :
                List.of("/", "/api/articles", "/articles/nothing", "/dateline.css", "/search", "/actuator/health")) {
            assertThat(service.ask(path).headers().firstValue("content-security-policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'")
                            .doesNotContain("unsafe")
                            .doesNotContain("http"));
        }
        assertThat(page("/")).doesNotContain("style=").doesNotContain("<style").doesNotContain("onclick");
    }

    @Test
    void whatCanNotBeSearchedForIsSaidInWords() {
        HttpResponse<String> answer = service.ask("/search?q=%22open");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("this quotation mark is not closed (at character 1)");
    }

    @Test
    void aSavedSearchShowsWhatItWouldHaveFoundAndWhatItTold() {
        service.awaitThat(
                "saved searches are read",
                () -> assertThat(service.ask("/api/searches/none").statusCode()).isEqualTo(404));
        SampleArticle before = SampleArticle.at("https://saved.example/before")
                .from("saved.example", "Saved")
                .titled("Quernstones were sold")
                .published(Instant.now().minus(Duration.ofDays(2)).toString());
        service.publish(before);
        service.awaitSearchable(before);
        assertThat(page("/searches?q=quernstones"))
                .contains("It would have found 1 article in the last 30 days, less than 0.1 a day, reprints left out.");
        String saved = RunningService.json(service.tell(
                        "POST",
                        "/api/searches",
                        "{\"name\": \"<b>Mills</b>\", \"query\": \"q=quernstones\", \"volume\": true}"))
                .at("/search/id")
                .asString();

        assertThat(page("/searches/" + saved))
                .contains("&lt;b&gt;Mills&lt;/b&gt;")
                .contains("href=\"/search?q=quernstones\"")
                .contains("It would have found 1 article")
                .contains("href=\"/articles/" + before.id() + "\"")
                .contains("Far more or far fewer");

        SampleArticle now = SampleArticle.at("https://saved.example/now")
                .from("saved.example", "Saved")
                .titled("Quernstones were bought back")
                .published(Instant.now().toString())
                .enrichedAt(Instant.now());
        service.publish(now);
        service.awaitThat(
                "its page shows what it told",
                () -> assertThat(page("/searches/" + saved))
                        .contains("Quernstones were bought back")
                        .contains("href=\"/articles/" + now.id() + "\""));
        service.tell("DELETE", "/api/searches/" + saved, null);
        assertThat(service.ask("/searches/" + saved).statusCode()).isEqualTo(404);
    }

    @Test
    void whatCanNotBeLookedOutForIsSaidBeforeItIsSaved() {
        assertThat(page("/searches?q=is:independent")).contains("oncePerStory does so for a saved search");
    }

    @Test
    void whatFindsNothingYetCanBeSaved() {
        assertThat(page("/searches?q=zzzzqqq"))
                .contains("It would have found nothing in the last 30 days.", "data-query=\"q=zzzzqqq\"");
    }

    @Test
    void pagesNameFilesByTheirContentAlsoWhereNothingWasFound() {
        String missing = service.ask("/nowhere", "Accept", "text/html").body();
        assertThat(missing).contains("No such page");
        for (String html : List.of(page("/search"), page("/console"), missing)) {
            List<String> files = FILE.matcher(html)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(files).anyMatch(file -> file.matches("/webjars/htmx.org/[0-9.]+/dist/htmx.min-[0-9a-f]{32}.js"));
            assertThat(files).allSatisfy(file -> {
                HttpResponse<String> answer = service.ask(file);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("cache-control"))
                        .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
            });
        }
    }

    @Test
    void findingNothingSaysWhatToDo() {
        assertThat(page("/search?q=zzzzqqq")).contains("No article matches");
        assertThat(service.ask("/articles/00000000000000000000000000000000").statusCode())
                .isEqualTo(404);
    }
}

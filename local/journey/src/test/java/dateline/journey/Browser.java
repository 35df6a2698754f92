package dateline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A person at a browser without a window: this machine's Chromium, worked by the driver that comes with it. */
final class Browser implements AutoCloseable {
    static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;
    private final URI home;

    private Browser(ChromeDriver driver, URI home) {
        this.driver = driver;
        this.home = home;
    }

    /** Opens one. Where there is no Chromium the test is left out; {@code .ci/run} installs it. */
    static Browser at(URI home) {
        Optional<File> chromium = installed("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = installed("chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "needs Debian's packages chromium and chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-GB");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), home);
        browser.wide(1280);
        return browser;
    }

    private static Optional<File> installed(String... names) {
        return Stream.of(names)
                .map(name -> new File("/usr/bin", name))
                .filter(File::canExecute)
                .findFirst();
    }

    /** The page's width, in CSS pixels; also one narrower than a window can be. */
    Browser wide(int width) {
        int height = width < 600 ? 780 : 900;
        driver.manage().window().setSize(new Dimension(Math.max(width, 600), height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** What the system's theme is: {@code light} or {@code dark}. */
    Browser systemTheme(String theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        return this;
    }

    Browser timeZone(String zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        return this;
    }

    /** Goes to a page and waits until it is set up. */
    Browser open(String path) {
        driver.get(home.resolve(path).toString());
        return settled();
    }

    /** Waits until nothing loads and all that a script sets up is set up. */
    Browser settled() {
        await("the page " + driver.getCurrentUrl())
                .atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(script("return document.readyState === 'complete'"
                        + " && !document.querySelector('.htmx-request')"
                        + " && !document.querySelector('[data-enhance]:not([data-enhanced])')")));
        return this;
    }

    WebElement find(String css) {
        return await(css)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> driver.findElement(By.cssSelector(css)), WebElement::isDisplayed);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    Browser click(String css) {
        find(css).click();
        return settled();
    }

    /** Clicks the first link with this text. */
    Browser follow(String text) {
        await(text)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> driver.findElement(By.partialLinkText(text)).click());
        return settled();
    }

    /** Types into whatever has the focus. */
    Browser type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Draws from one part of an element's width to another; 0 is its left edge and 1 its right one. */
    Browser drag(String css, double from, double to) {
        WebElement element = find(css);
        int width = element.getSize().getWidth();
        new Actions(driver)
                .moveToElement(element, (int) (width * (from - 0.5)), 0)
                .clickAndHold()
                .moveByOffset((int) (width * (to - from) / 2), 0)
                .moveByOffset((int) (width * (to - from) / 2), 0)
                .release()
                .perform();
        return settled();
    }

    Browser back() {
        driver.navigate().back();
        return settled();
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    Browser awaitAddress(String part) {
        await("the address has " + part).atMost(PATIENCE).until(() -> address().contains(part));
        return settled();
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Goes to a page as somebody does who never was there. */
    FirstView firstView(String path) {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        open(path);
        List<?> measured = (List<?>) script("""
                const page = performance.getEntriesByType('navigation')[0];
                const files = performance.getEntriesByType('resource');
                const painted = performance.getEntriesByName('first-contentful-paint')[0];
                return [
                  Math.round([page, ...files].reduce((sum, each) => sum + each.transferSize, 0)), files.length + 1,
                  Math.round(page.responseStart), Math.round(painted ? painted.startTime : -1),
                  Math.round(page.domContentLoadedEventEnd)]
                """);
        long[] numbers =
                measured.stream().mapToLong(each -> ((Number) each).longValue()).toArray();
        return new FirstView(path, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** The page fits its width, once its charts were drawn for it. */
    void assertNothingSticksOut() {
        await("nothing sticks out").atMost(PATIENCE).untilAsserted(this::assertItFits);
    }

    private void assertItFits() {
        Object widest = script("""
                const room = document.documentElement.clientWidth;
                const clipped = element => {
                  for (let at = element.parentElement; at; at = at.parentElement) {
                    if (getComputedStyle(at).overflowX !== 'visible') return true;
                  }
                  return false;
                };
                return [...document.querySelectorAll('body *')]
                  .filter(element => element.getBoundingClientRect().right > room + 1 && !clipped(element)
                      && element.getBoundingClientRect().width > 1)
                  .slice(0, 3).map(element => element.outerHTML.slice(0, 200)).join('\\n')
                """);
        assertThat(widest).as(address()).isEqualTo("");
        assertThat((Boolean)
                        script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(address())
                .isTrue();
    }

    /** Everybody can use the page, as far as axe can tell. */
    void assertAccessible() {
        assertThat(violations()).isEmpty();
    }

    /** What axe finds that keeps somebody from using the page. */
    List<String> violations() {
        return new AxeBuilder()
                .withTags(WCAG).analyze(driver).getViolations().stream()
                        .map(rule -> address() + ": " + words(rule))
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream().limit(4).map(CheckedNode::getHtml).collect(Collectors.joining(" | "));
    }

    /** What the browser complained of since it was last asked: scripts that failed, content that was refused. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}

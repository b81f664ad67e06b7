// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages in a real browser: Debian's Chromium, without a window. Skipped if it is not installed. */
class BrowserIT {
    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Dimension DESK = new Dimension(1280, 1000);
    private static final Dimension PHONE = new Dimension(500, 900); // a window of Chromium is not narrower

    private static final Slice SLICE = Slice.read();

    @RegisterExtension
    static final SliceServer server = new SliceServer();

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        boolean isInstalled = BROWSER.canExecute() && DRIVER.canExecute();
        if (!isInstalled) {
            System.out.println("BrowserIT is skipped: no " + BROWSER + " and " + DRIVER
                    + ". Install Debian's packages chromium and chromium-driver to run it.");
        }
        Assumptions.assumeTrue(isInstalled, "no browser is installed");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void atTheDesk() {
        browser.manage().window().setSize(DESK);
    }

    /** A page that its own content security policy blocks, or that asks for what is not there, says so here. */
    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> !message.matches(".*/packages/lua5.4-sec .*404.*"))
                .isEmpty();
    }

    @Test
    void searchesByNameAndFiltersBySection() {
        go("/");
        await("#section option:nth-child(2)");
        browser.findElement(By.name("prefix")).sendKeys("lib");
        new Select(browser.findElement(By.name("section"))).selectByVisibleText("libs");
        browser.findElement(By.name("prefix")).sendKeys(Keys.ENTER);
        awaitAddress("/packages?prefix=lib&section=libs&sort=size");

        List<String> expected = SLICE.largestFirst(
                each -> each.name().startsWith("lib") && each.section().equals("libs"));
        assertThat(names()).isEqualTo(expected.subList(0, Math.min(20, expected.size())));
        assertThat(browser.findElement(By.cssSelector("#list [role=status]")).getText())
                .startsWith(expected.size() + " packages");
        assertThat(browser.findElement(By.name("prefix")).getDomProperty("value"))
                .isEqualTo("lib");
    }

    @Test
    void filtersByWhatIsDependedOn() {
        go("/packages?dependsOnSection=python&section=net");

        assertThat(names())
                .isEqualTo(SLICE.largestFirst(each -> each.section().equals("net")
                                && each.depends().stream().anyMatch(name -> SLICE.isIn(name, "python")))
                        .subList(0, 20));
    }

    @Test
    void turnsPagesThroughWhatRequiresAPackageAndBack() {
        List<String> expected = SLICE.all()
                .filter(each -> each.depends().contains("libc6"))
                .map(Slice.Line::name)
                .sorted()
                .toList();
        go("/packages/libc6");
        await("#list table");
        follow("Next page");
        assertThat(names()).isEqualTo(expected.subList(20, 40));
        follow("Next page");
        assertThat(names()).isEqualTo(expected.subList(40, 60));
        follow("Next page");
        assertThat(names()).isEqualTo(expected.subList(60, expected.size()));
        assertThat(browser.findElements(By.linkText("Next page"))).isEmpty();

        browser.navigate().back();
        awaitNames(expected.subList(40, 60));
        follow("First page");
        awaitNames(expected.subList(0, 20));
    }

    @Test
    void opensATreeLevelByLevelWithTheKeyboard() {
        go("/packages/git");
        WebElement opener = await("#depends > .tree > li > [aria-label='What libcurl3-gnutls depends on']");
        assertThat(opener.getDomAttribute("aria-expanded")).isEqualTo("false");

        opener.sendKeys(Keys.ENTER);

        List<String> expected = SLICE.get("libcurl3-gnutls").depends();
        WebElement below = await("#depends > .tree > li > .below > .tree");
        assertThat(opener.getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(below.findElements(By.cssSelector(":scope > li > a")))
                .extracting(WebElement::getText)
                .isEqualTo(expected);
        assertThat(below.findElements(By.cssSelector(":scope > .missing > a")))
                .extracting(WebElement::getText)
                .isEqualTo(expected.stream().filter(name -> !SLICE.has(name)).toList());

        opener.sendKeys(Keys.SPACE);
        assertThat(opener.getDomAttribute("aria-expanded")).isEqualTo("false");
        assertThat(below.isDisplayed()).isFalse();
    }

    @Test
    void showsThePlanTheCommandsAndTheTimeOfAnAnswer() {
        go("/packages?section=net&dependsOnSection=python");
        WebElement explanation = await("#list .explanation");
        WebElement summary = explanation.findElement(By.tagName("summary"));
        assertThat(summary.getText()).matches("3 commands, [0-9,]+ ms: plan and commands");
        assertThat(explanation.findElement(By.className("plan")).isDisplayed()).isFalse();

        summary.sendKeys(Keys.ENTER);

        assertThat(explanation.findElement(By.className("plan")).getText())
                .startsWith("Package by ")
                .contains("1. semi-join \"packages\"", "2. root \"packages\"");
        assertThat(explanation.findElements(By.cssSelector(".commands li")))
                .extracting(WebElement::getText)
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"find\": \"packages\", \"filter\": {\"section\": \"python\"}");
    }

    @Test
    void leadsFromADeadLinkToAPageThatExplainsIt() {
        go("/packages/prosody");
        await("#depends .missing");
        follow("lua5.4-sec");

        await("#list table");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("There is no package lua5.4-sec");
        assertThat(browser.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(404L);
        assertThat(names()).contains("prosody");
    }

    @Test
    void drawsTheNeighbourhoodAndSaysWhatItLeavesOut() {
        go("/packages/libssl3");
        await(".neighbourhood svg");
        List<String> requiring = SLICE.all()
                .filter(each -> each.depends().contains("libssl3"))
                .map(Slice.Line::name)
                .sorted()
                .toList();

        assertThat(browser.findElements(By.cssSelector(".neighbourhood .box title")))
                .extracting(title -> title.getDomProperty("textContent"))
                .startsWith(requiring.subList(0, 10).toArray(String[]::new))
                .contains("and " + (requiring.size() - 10) + " more", "libssl3")
                .endsWith(SLICE.get("libssl3").depends().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/packages/prosody", "/packages/libc6/required-by", "/packages/lua5.4-sec", "/nothing"})
    void fitsAPhone(String uri) {
        browser.manage().window().setSize(PHONE);
        go(uri);
        if (!uri.equals("/nothing")) {
            await("#list .explanation");
        }

        assertThat(browser.executeScript(
                        "const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .isEqualTo(0L);
        if (uri.equals("/nothing")) {
            browser.manage().logs().get(LogType.BROWSER); // this error is expected
        }
    }

    @Test
    void namesEveryFieldAndLetsTheKeyboardSkipToTheContent() {
        go("/");
        await("#list .explanation");

        assertThat(browser.findElements(By.cssSelector("input, select"))).isNotEmpty();
        assertThat(
                        browser.executeScript(
                                "return [...document.querySelectorAll('input, select')].filter(each => !each.labels.length).length"))
                .isEqualTo(0L);
        browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
        WebElement focused = browser.switchTo().activeElement();
        assertThat(focused.getText()).isEqualTo("Skip to the content");
        assertThat(focused.isDisplayed()).isTrue();
    }

    private static void go(String uri) {
        browser.get(server.address() + uri);
    }

    private static void follow(String link) {
        WebElement page = browser.findElement(By.tagName("html"));
        browser.findElement(By.linkText(link)).click();
        waiting().until(any -> isGone(page));
    }

    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    private static WebElement await(String selector) {
        return waiting().until(any -> browser.findElement(By.cssSelector(selector)));
    }

    private static void awaitAddress(String uri) {
        waiting().until(any -> (server.address() + uri).equals(browser.getCurrentUrl()));
    }

    /** The packages of the list, once it is there. */
    private static List<String> names() {
        await("#list table");
        return browser.findElements(By.cssSelector("#list tbody a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static void awaitNames(List<String> expected) {
        waiting().until(any -> expected.equals(names()));
    }

    private static WebDriverWait waiting() {
        WebDriverWait waiting = new WebDriverWait(browser, Duration.ofSeconds(10), Duration.ofMillis(20));
        waiting.ignoring(StaleElementReferenceException.class);
        return waiting;
    }
}

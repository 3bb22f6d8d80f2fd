package dev.kaiyuan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.server.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a person uses it, in a browser. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PageTest {
  private static final String PRINTER =
      """
      ---
      date: 2025-03-02
      tags: [办公室]
      ---
      # 打印机卡纸

      先关电源，再打开后盖，顺着出纸方向把纸慢慢抽出来。见[许可证](licence.md)。

      ![示意图](pic.svg) ![](https://example.invalid/a.png)

      %s

      ## 驱动程序

      这台打印机的驱动程序是开源的。

      | 型号 | paper |
      |---|---|
      | LP-200 | A4 |
      """
          .formatted("这里说的是别的事情。\n\n".repeat(60));

  private static final Map<String, String> NOTES =
      Map.of(
          "zh/printer.md", PRINTER,
          "zh/licence.md", "---\ntags: [法律]\ndate: 2024-01-01\n---\n# 开源许可证\n\n许可证写明谁可以做什么。\n",
          "en/licence.md",
              "---\nlang: en\ntags: [law]\n---\n# Licences\n\nAn open source licence, 开源.\n",
          "en/printer.md",
              "---\nlang: en\n---\n# Printers\n\nAn open source driver, 开源, for printers.\n",
          "zh/pic.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>");

  @TempDir static Path folder;
  private static Served served;
  private static Browser chinese;
  private static Browser english;

  @BeforeAll
  static void start() throws Exception {
    chinese = Browser.start("zh-CN", folder.resolve("zh-profile"));
    english = Browser.start("en-GB", folder.resolve("en-profile"));
    served = Served.of(Files.createDirectory(folder.resolve("served")), NOTES);
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {chinese, english, served}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @BeforeEach
  void lookAtADesk() throws Exception {
    for (Browser browser : List.of(chinese, english)) {
      browser.look(1280, "light");
    }
  }

  @AfterEach
  void nothingWasComplainedOf() throws Exception {
    assertEquals(List.of(), chinese.complaints());
    assertEquals(List.of(), english.complaints());
    assertEquals(List.of(), served.faults);
  }

  private static void search(Browser browser, String query) throws Exception {
    browser.open(served.server.address());
    browser.until("document.activeElement.id === 'q'");
    browser.type(query);
    browser.until("document.querySelector('.hit')");
  }

  private static String address(Browser browser) throws Exception {
    return (String) browser.run("return decodeURIComponent(location.search)");
  }

  @Test
  void finds_while_one_types() throws Exception {
    search(chinese, "开源");
    assertEquals("?q=开源", address(chinese));
    assertTrue(chinese.text("#status").startsWith("4 篇 · "), chinese.text("#status"));
    assertEquals("开源", chinese.text("#hits mark"));
    assertEquals("zh-CN", chinese.run("return document.documentElement.lang"));
    chinese.type("许可证");
    chinese.until(
        "document.title.startsWith('开源许可证')"
            + " && document.querySelector('.hit mark').textContent === '开源许可证'");
    assertEquals("?q=开源许可证", address(chinese));
    assertEquals(
        "notes/zh/licence.md:5 · 中文 · 2024-01-01 · 法律 · ⇄ notes/en/licence.md",
        chinese.text(".hit .facts"));
  }

  @Test
  void marks_titles_and_folds_the_same_article_in_two_languages() throws Exception {
    search(chinese, "开源");
    chinese.until("document.querySelectorAll('.hit').length === 4");
    assertEquals("开源", chinese.text(".hit[data-path=\"notes/zh/licence.md\"] h2 mark"));
    assertEquals(
        "⇄ notes/en/licence.md", chinese.text(".hit[data-path=\"notes/zh/licence.md\"] .facts a"));
    chinese.run(
        "[...document.querySelectorAll('.chip')].find(chip => chip.textContent === '合并译文').click()");
    chinese.until("document.querySelectorAll('.hit').length === 2");
    assertEquals("?q=开源&twins=fold", address(chinese));
    assertEquals("合并译文 ×", chinese.text("#filters [aria-pressed=true]").strip());
    chinese.click(".hit[data-path=\"notes/zh/licence.md\"] .facts a");
    chinese.until("document.querySelector('#reader h1')");
    assertEquals("Licences", chinese.text("#reader h1"));
  }

  @Test
  void what_an_input_method_composes_is_searched_when_it_is_chosen() throws Exception {
    chinese.open(served.server.address());
    chinese.until("document.activeElement.id === 'q'");
    int before = searches();
    chinese.await(
        """
        const field = document.getElementById('q');
        field.dispatchEvent(new CompositionEvent('compositionstart'));
        for (const syllable of ['k', 'ka', 'kai', "kai'y", "kai'yuan"]) {
          field.value = syllable;
          field.dispatchEvent(new InputEvent('input', { isComposing: true }));
        }
        setTimeout(() => {
          field.value = '开源';
          field.dispatchEvent(new InputEvent('input', { isComposing: true }));
          field.dispatchEvent(new CompositionEvent('compositionend'));
          done();
        }, 300);
        """);
    chinese.until("document.querySelector('.hit')");
    assertEquals(before + 1, searches());
  }

  private static int searches() {
    String metrics = served.get("/metrics").text();
    int count = 0;
    for (String line : metrics.split("\n")) {
      count += line.contains("route=\"/api/search\"") ? Integer.parseInt(line.split(" ")[1]) : 0;
    }
    return count;
  }

  @Test
  void narrows_by_chips_that_are_taken_off_as_easily() throws Exception {
    search(english, "开源");
    english.run("document.querySelector('#filters button').focus()");
    english.click("#filters .chip");
    english.until("document.querySelector('#filters [aria-pressed=true]')");
    english.until("document.getElementById('status').textContent.startsWith('2 ')");
    assertEquals("?q=开源&lang=en", address(english));
    assertEquals("English ×", english.text("#filters [aria-pressed=true]").strip());
    english.until(
        "[...document.querySelectorAll('.chip')].some(chip => chip.textContent === 'law1')");
    english.click("#filters [aria-pressed=true]");
    english.until("document.getElementById('status').textContent.startsWith('4 ')");
    assertEquals("?q=开源", address(english));
    english.back();
    english.until("document.getElementById('status').textContent.startsWith('2 ')");
    assertEquals("?q=开源&lang=en", address(english));
  }

  @Test
  void asks_whether_something_else_was_meant_and_says_why_it_was_found() throws Exception {
    english.open(served.server.address() + "?q=licensse");
    english.until("document.getElementById('meant')");
    english.click("#meant");
    english.until("document.querySelector('.hit')");
    assertEquals(
        "?q=" + english.run("return document.getElementById('q').value"), address(english));
    english.click(".why summary");
    english.until("document.querySelector('.why li')");
    assertTrue(english.text(".why li").matches(".+ · \\+[0-9.]+"), english.text(".why li"));
  }

  @Test
  void reads_an_article_at_the_place_that_was_found() throws Exception {
    search(chinese, "打印机 驱动");
    chinese.click(".hit h2 a");
    chinese.until("document.querySelector('#reader .here')");
    assertTrue(chinese.text("#reader .here").contains("驱动程序"), chinese.text("#reader .here"));
    chinese.until(
        "(box => box.top >= 0 && box.bottom <= innerHeight)"
            + "(document.querySelector('#reader .here').getBoundingClientRect())");
    assertEquals("打印机卡纸", chinese.text("#reader h1"));
    chinese.run("document.querySelector('#reader img').scrollIntoView()");
    chinese.until("document.querySelector('#reader img').naturalWidth === 40");
    assertEquals(
        1L,
        ((Number) chinese.run("return document.querySelectorAll('#reader img').length"))
            .longValue());
    chinese.until("document.querySelector('#reader .similar li')");
    chinese.run("document.querySelector('.text a').click()");
    chinese.until("document.querySelector('#reader h1').textContent === '开源许可证'");
    chinese.back();
    chinese.until("document.querySelector('#reader h1').textContent === '打印机卡纸'");
    chinese.back();
    chinese.until("document.getElementById('reader').hidden");
    assertEquals("?q=打印机+驱动", address(chinese));
  }

  @Test
  void is_used_without_a_mouse() throws Exception {
    search(english, "open source");
    english.type(Browser.DOWN);
    english.until("document.activeElement.closest('.hit')");
    english.type("j");
    english.until(
        "document.activeElement.closest('.hit') === document.querySelectorAll('.hit')[1]");
    english.type("k");
    english.until(
        "document.activeElement.closest('.hit') === document.querySelectorAll('.hit')[0]");
    english.type(Browser.ENTER);
    english.until("document.activeElement.matches('#reader h1')");
    english.type(Browser.ESCAPE);
    english.until(
        "document.getElementById('reader').hidden && document.activeElement.closest('.hit')");
    english.type("/");
    english.until("document.activeElement.id === 'q'");
    assertEquals("open source", english.run("return document.getElementById('q').value"));
  }

  @ParameterizedTest
  @CsvSource({"360,light", "360,dark", "1280,light", "1280,dark"})
  void is_readable_for_everybody(int width, String theme) throws Exception {
    String axe = Files.readString(Tools.npm("axe-core/axe.min.js"));
    for (Browser browser : List.of(chinese, english)) {
      browser.look(width, theme);
      for (String state :
          List.of("", "?q=开源", "?q=开源&lang=zh&tag=法律", "?q=打印机&read=notes/zh/printer.md&line=7")) {
        browser.open(served.server.address() + state);
        browser.until(
            state.isEmpty()
                ? "document.querySelector('#start strong')"
                : "document.querySelector('"
                    + (state.contains("read") ? "#reader .similar" : ".hit")
                    + "')");
        browser.run(axe);
        Object found =
            browser.await(
                "axe.run().then(found => done(found.violations.map(each =>"
                    + " each.id + ': ' + each.nodes.map(node => node.html + node.failureSummary))))");
        assertEquals(List.of(), found, state + " " + width + " " + theme);
        assertEquals(
            true,
            browser.run("return document.documentElement.scrollWidth <= innerWidth"),
            state + " is wider than " + width);
      }
    }
  }
}

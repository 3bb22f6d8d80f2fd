package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest {
  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void twoArticles() {
    person =
        new Typed(folder)
            .file(
                "corpus/printer.md",
                """
                ---
                title: 打印机卡纸怎么办
                lang: zh
                date: 2024-05-31
                tags: [硬件]
                ---
                打印机又卡纸了，先关机，再轻轻把纸拉出来。
                """)
            .file(
                "corpus/en/stallman.md",
                """
                # The printer that jammed

                Stallman asked for the source of a Xerox printer, and was refused.
                """);
  }

  @Test
  void makes_the_default_index_of_corpus_and_says_so_on_standard_error() {
    assertEquals(
        new Answer(
            0,
            """
            1  打印机卡纸怎么办
               corpus/printer.md:7 · Chinese · 2024-05-31
               7  打印机又卡纸了，先关机，再轻轻把纸拉出来。

            1 article · N ms
            """,
            "kaiyuan: no index yet: creating index from corpus\n"),
        person.run("search", "卡纸"));
  }

  @Test
  void names_the_tag_by_which_alone_an_article_was_found() {
    person.run("index");
    assertEquals(
        """
        1  打印机卡纸怎么办
           corpus/printer.md:7 · Chinese · 2024-05-31 · 硬件
           7  打印机又卡纸了，先关机，再轻轻把纸拉出来。

        1 article · N ms
        """,
        person.run("search", "硬件", "--translate", "off").out());
    assertEquals(
        """
        1  打印机卡纸怎么办
           corpus/printer.md:7
           Chinese · 2024-05-31 · 硬件
           7  打印机又卡纸了，先关机，再轻轻把纸拉出来。

        1 article · N ms
        """,
        person.onTerminal(48).with("TERM", "dumb").run("search", "硬件", "--translate", "off").out());
  }

  @Test
  void speaks_chinese_where_the_person_does() {
    person.run("index");
    assertEquals(
        new Answer(
            0,
            """
            1  打印机卡纸怎么办
               corpus/printer.md:7 · 中文 · 2024-05-31
               7  打印机又卡纸了，先关机，再轻轻把纸拉出来。

            共 1 篇 · N 毫秒
            """,
            ""),
        person.with("LANG", "zh_CN.UTF-8").run("search", "卡纸"));
  }

  @Test
  void wraps_to_the_terminal_and_colours_what_matches() {
    person.run("index");
    String esc = "\u001b";
    Answer answer =
        person
            .onTerminal(30)
            .with("TERM", "dumb")
            .run("search", "卡纸", "--color=always", "--context=3");
    assertEquals(
        """
        {32m1{0m  {1m打印机{0m{1;31m卡纸{0m{1m怎么办{0m
           {36mcorpus/printer.md:7{0m
           {2mChinese · 2024-05-31{0m
           {32m7{0m  打印机又{1;31m卡纸{0m了，先关机，
              再轻轻把纸拉出来。

        {2m1 article · N ms{0m
        """,
        answer.out().replace(esc + "[", "{"));
  }

  @Test
  void prints_json_by_the_documented_schema() {
    person.run("index");
    assertEquals(
        """
        {"query":"卡纸","total":1,"totalExact":true,"tookMs":N,"hits":[{"rank":1,"score":N,\
        "path":"corpus/printer.md","title":"打印机卡纸怎么办","titleHighlights":[[3,5]],"lang":"zh","date":"2024-05-31",\
        "tags":["硬件"],"type":"md","line":7,"place":{"kind":"line","number":7},\
        "snippets":[{"text":"打印机又卡纸了，先关机，再轻轻把纸拉出来。",\
        "line":7,"place":{"kind":"line","number":7},"highlights":[[4,6]]}]}]}
        """,
        person.run("search", "卡纸", "--format", "json").out());
  }

  @Test
  void prints_a_hit_a_line_as_ndjson() {
    person.run("index");
    assertEquals(
        """
        {"rank":1,"score":N,"path":"corpus/en/stallman.md","title":"The printer that jammed","titleHighlights":[],\
        "lang":"en","type":"md","line":1,"place":{"kind":"line","number":1},"snippets":[]}
        """,
        person.run("search", "Xerox", "--format=ndjson", "--no-snippet").out());
  }

  @Test
  void prints_csv_that_no_spreadsheet_takes_for_a_formula() {
    person.file(
        "corpus/formula.md",
        """
        ---
        title: "=HYPERLINK(\\"http://example.cn\\", \\"奖金\\")"
        lang: zh
        ---
        领取奖金。
        """);
    person.run("index");
    String csv = person.run("search", "奖金", "--format", "csv").out();
    assertEquals(
        "rank,score,path,title,lang,date,tags,line,place,section,snippet\r\n"
            + "1,N,corpus/formula.md,\"'=HYPERLINK(\"\"http://example.cn\"\","
            + " \"\"奖金\"\")\",zh,,,5,line 5,,领取奖金。\r\n",
        csv.replaceAll("1,[0-9.]+,", "1,N,"));
  }

  @Test
  void prints_csv_with_the_text_that_stands_at_its_line() {
    String far = "这里说的是别的事情，与要找的毫无关系。\n\n".repeat(20);
    person.file("corpus/far.md", "# 机器\n\n奖金。\n\n" + far + "年底奖金，年底领取奖金。\n");
    person.run("index");
    String row = person.run("search", "年底 领取 奖金", "--format", "csv").out().lines().toList().get(1);
    assertTrue(row.endsWith(",zh,,,45,line 45,机器,年底奖金，年底领取奖金。"), row);
  }

  @Test
  void gives_snippets_fifty_lines_of_the_widest_terminal() {
    person.run("index");
    assertEquals(0, person.onTerminal(300).run("search", "卡纸", "--context", "50").code());
  }

  @Test
  void prints_paths_ended_by_zero_for_xargs() {
    person.run("index");
    assertEquals(
        "corpus/printer.md\0", person.run("search", "卡纸", "--format", "paths", "-0").out());
    assertEquals("corpus/printer.md\n", person.run("search", "卡纸", "--format", "paths").out());
  }

  @Test
  void prints_paths_that_can_be_opened_from_the_current_folder() {
    person.run("index");
    Typed elsewhere = new Typed(folder.resolve("corpus/en"));
    assertEquals(
        "../printer.md\n",
        elsewhere.run("search", "卡纸", "--index", "../../index", "--format", "paths").out());
    assertEquals(
        "stallman.md\n",
        elsewhere.run("search", "Xerox", "--index", "../../index", "--format", "paths").out());
  }

  @Test
  void says_which_command_makes_a_missing_index() {
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: there is no index in DIR/notes.idx;"
                + " create one: kaiyuan index FOLDER --index DIR/notes.idx\n"),
        person.run("search", "卡纸", "--index", "notes.idx"));
    assertFalse(Files.exists(folder.resolve("notes.idx")));
  }

  @Test
  void finds_nothing_quietly_with_exit_code_1() {
    person.run("index");
    assertEquals(new Answer(1, "", ""), person.run("search", "咖啡豆", "--format", "paths"));
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: There is nothing to search for: no letter, digit or Chinese character was"
                + " typed.\n"),
        person.run("search", "？！……"));
    assertEquals(
        "kaiyuan: 没有可查找的内容：除了要排除的词，还请写上要找的词。\n",
        person.run("search", "--locale", "zh", "--", "-咖啡豆").err());
  }

  @Test
  void says_how_a_query_was_cut_that_found_nothing_and_which_filters_kept_it() {
    person.run("index");
    assertEquals(
        new Answer(
            1,
            "",
            """
            kaiyuan: nothing found for: 量子计算机
            kaiyuan: words of the query, each with the number of articles that have it: 量子 (0) · 计算机 (0)
            """),
        person.run("search", "量子计算机"));
    assertEquals(
        """
        kaiyuan: nothing found for: 打印机 关机
        kaiyuan: words of the query, each with the number of articles that have it: 打印机 (1) · 关机 (1)
        kaiyuan: without --lang en --since 2025, 1 would be found
        """,
        person
            .run("search", "打印机", "关机", "--translate", "off", "--lang", "en", "--since", "2025")
            .err());
    assertEquals(
        """
        kaiyuan: 没有找到：关机
        kaiyuan: 查询的分词结果（括号中是含有该词的文章数）：关机 (1)
        kaiyuan: 如果去掉 --tag 软件，可以找到 1 篇
        """,
        person.run("search", "关机", "--tag", "软件", "--locale", "zh").err());
    assertEquals(
        """
        {"query":"量子计算机","total":0,"totalExact":true,"tookMs":N,"hits":[],"understood":[\
        {"word":"量子","articles":0},{"word":"计算机","articles":0}]}
        """,
        person.run("search", "量子计算机", "--format", "json").out());
  }

  @Test
  void explains_a_hit_by_bars_of_what_each_term_gave() {
    person.run("index");
    for (int columns : new int[] {60, 120}) {
      String out =
          person
              .onTerminal(columns)
              .with("TERM", "dumb")
              .run("search", "卡紙 Xerox", "--explain", "--no-snippet", "--no-pager")
              .out();
      int widest = Math.min(20, columns / 5);
      assertTrue(out.contains("█".repeat(widest) + " (where all the words stand)\n"), out);
      assertTrue(out.contains(" 卡紙 → 卡纸 (text)\n"), out);
      assertTrue(out.lines().allMatch(line -> line.length() <= columns), out);
      double sum = 0;
      String first = out.substring(0, out.indexOf("\n\n"));
      for (String line : first.lines().toList()) {
        sum += line.contains("█") || line.matches(".*[▉-▏].*") ? number(line) : 0;
      }
      double score = Double.parseDouble(first.replaceAll("(?s).*= ([0-9.]+).*", "$1"));
      assertEquals(score, sum, 0.05, first);
    }
    assertTrue(
        person
            .run("search", "卡紙", "--explain", "--locale", "zh", "--no-pager")
            .out()
            .contains(" 卡紙 → 卡纸 （标题）"));
    assertTrue(
        person
            .run("search", "卡紙", "--explain", "--format", "json")
            .out()
            .contains(
                "{\"word\":\"卡紙\",\"term\":\"卡纸\",\"field\":\"title\",\"kind\":\"word\",\"gave\":"));
  }

  private static double number(String line) {
    return Double.parseDouble(line.strip().split(" ")[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          C++                  | c++ (0)
          标题：               | 标题 (0)
          "未闭合              | 未 (0) · 闭合 (0)
          [x                   | x (0)
          - [ ] todo           | todo (0)
          什么是开源?          | 开源 (0)
          https://example.cn/a | https (0) · example (0) · cn (0)
          开源！               | 开源 (0)
          “全角”：引号         | 全角 (0) · 引号 (0)
          😀                   | 😀 (0)
          NOT                  | not (0)
          title:               | title (0)
          """)
  void takes_any_input_as_a_query(String query, String words) {
    person.run("index");
    assertEquals(
        new Answer(
            1,
            "",
            """
            kaiyuan: nothing found for: %s
            kaiyuan: words of the query, each with the number of articles that have it: %s
            """
                .formatted(query, words)),
        person.run("search", query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "AND", "a OR"})
  void takes_unfinished_syntax_as_words(String query) {
    person.run("index");
    assertEquals(
        new Answer(0, "corpus/en/stallman.md\n", ""),
        person.run("search", query, "--format", "paths"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"))((", "-", "*", "~"})
  void refuses_a_query_without_a_word(String query) {
    person.run("index");
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: There is nothing to search for: no letter, digit or Chinese character was"
                + " typed.\n"),
        person.run("search", query));
  }

  @Test
  void takes_ten_thousand_pasted_characters() {
    person.run("index");
    assertEquals(0, person.run("search", "打印机卡纸 ".repeat(1667)).code());
  }

  @Test
  void repeats_only_the_beginning_of_a_long_query_that_found_nothing() {
    person.run("index");
    String err = person.run("search", "xyzzy".repeat(20_000)).err();
    assertTrue(err.contains("\nkaiyuan: nothing found for: xyzzyxyzzy"), err);
    assertTrue(err.lines().skip(1).findFirst().orElseThrow().length() < 300, err);
  }

  @Test
  void refuses_the_character_0_where_no_paths_are_written() {
    assertEquals(
        "kaiyuan: --null ends paths with a null character; use it with --format paths\n",
        person.run("search", "卡纸", "-0").err());
  }

  @Test
  void hints_at_two_hyphens_for_a_query_that_begins_with_one() {
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: there is no option -卡纸; put a query that begins with a hyphen after --:"
                + " kaiyuan search -- -卡纸 'a b'\n"),
        person.run("search", "-卡纸", "a b"));
    assertTrue(person.run("search", "--", "-卡纸").code() <= 1);
  }

  @Test
  void joins_words_by_a_space_and_takes_options_between_them() {
    person.run("index");
    assertEquals(
        "corpus/en/stallman.md\n",
        person.run("search", "Xerox", "-n1", "source", "--format", "paths").out());
  }

  @Test
  void filters_and_pages() {
    person.run("index");
    assertEquals(
        "corpus/printer.md\n",
        person.run("search", "printer 打印机", "--lang", "zh", "--format=paths").out());
    assertEquals(
        "corpus/en/stallman.md\n",
        person.run("search", "printer 打印机", "--path", "en/*", "--format=paths").out());
    assertEquals(
        "corpus/printer.md\n",
        person.run("search", "printer 打印机", "--since", "2024", "--format=paths").out());
    assertEquals(
        "corpus/printer.md\n",
        person.run("search", "printer 打印机", "--tag", "硬件", "--format=paths").out());
    assertEquals(
        "corpus/printer.md\n",
        person
            .run("search", "printer 打印机", "--sort", "path", "--offset", "1", "--format=paths")
            .out());
  }

  @Test
  void keeps_what_a_file_says_from_controlling_the_terminal() {
    person.file(
        "corpus/evil.md",
        "# 标题\u001b]0;owned\n\n" + "红色的字是写出来的，".repeat(40) + "\u001b[31m警报\u202e反转。\n");
    person.run("index");
    String out = person.run("search", "警报").out();
    assertTrue(out.contains("警报�反转。"), out);
    assertTrue(out.contains("]0;owned"), out);
    for (char c : out.toCharArray()) {
      assertTrue(c == '\n' || c >= ' ' && c != '\u202e' && (c < 0x7F || c > 0x9F), out);
    }
  }

  @Test
  void tells_of_a_mistyped_option_command_or_value_in_one_line() {
    assertEquals(
        "kaiyuan: there is no option --limt; did you mean --limit?"
            + " Put a query that begins with a hyphen after --\n",
        person.run("search", "x", "--limt", "3").err());
    assertEquals(
        "kaiyuan: there is no command 开源; to search for it: kaiyuan search 开源 许可证\n",
        person.run("开源", "许可证").err());
    assertEquals(
        "kaiyuan: there is no command serach; did you mean search?"
            + " To search for it: kaiyuan search serach 开源\n",
        person.run("serach", "开源").err());
    assertEquals(
        "kaiyuan: 没有 stat 这个命令；您是不是要用 stats？\n",
        person.run("help", "stat", "--locale", "zh").err());
    assertEquals(
        "kaiyuan: --limit takes a number from 1 to 10000, not 0\n",
        person.run("search", "x", "--limit", "0").err());
    assertEquals(
        "kaiyuan: --limit cannot be as large as 99999999999\n",
        person.run("search", "x", "-n", "99999999999").err());
    assertEquals(
        "kaiyuan: --no-snippet takes no value\n",
        person.run("search", "x", "--no-snippet=yes").err());
    assertEquals(
        "kaiyuan: there is no option -x; kaiyuan --help lists them\n", person.run("-x").err());
    assertEquals(
        "kaiyuan: --sort takes one of score, date, path, not size\n",
        person.run("search", "x", "--sort", "size").err());
    assertEquals(
        "kaiyuan: --since takes a day as 2024-05-31, a month as 2024-05 or a year as 2024,"
            + " not yesterday\n",
        person.run("search", "x", "--since", "yesterday").err());
    assertEquals(2, person.run("search", "x", "--format", "xml").code());
  }

  @Test
  void looks_for_the_translations_of_a_glossary_of_ones_own() {
    Typed person =
        new Typed(folder)
            .file("notes/a.md", "# Handbook\n\nOur little teal book.\n")
            .file("names.txt", "小青书 = little teal book\n");
    person.run("index", "notes");
    assertEquals(1, person.run("search", "小青书").code());
    assertEquals(
        new Typed.Answer(0, "notes/a.md\n", ""),
        person.run("search", "小青书", "--glossary", "names.txt", "--format", "paths"));
    person.file("names.txt", "小青书\n");
    assertEquals(2, person.run("search", "小青书", "--glossary", "names.txt").code());
    assertEquals(
        "kaiyuan: --glossary: DIR/notes is a folder, not a file\n",
        person.run("search", "小青书", "--glossary", "notes").err());
  }
}

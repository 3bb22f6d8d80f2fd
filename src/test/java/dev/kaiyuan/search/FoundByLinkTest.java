package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An article is found by where its links lead, though addresses are no words of it. */
class FoundByLinkTest {
  private static final Map<String, String> ARTICLES =
      Map.of(
          "bookmarks",
          """
          # 收藏

          - [人生三问](https://blog.example.net/2024/04/17/personal-growth.html)：写得不错。
          - <https://docs.example.org/zh/guide/getting-started?lang=zh&tab=2#install>
          - 裸链接 https://github.com/someone/some-repo/issues/42 记一下
          - ![图](https://img.example.net/pics/garden.png "花园照片")
          - [参考][r1]，[子页面](%E5%AD%90%E9%A1%B5%E9%9D%A2.md)，[[双链笔记法|双链]]

          [r1]: https://ref.example.net/paper-2006.12345 "论文题目"
          """,
          "noise",
          "# 另一页\n\nblog growth personal html 2024 net example docs github",
          "子页面",
          "# 子页面\n\n这里是正文。");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "https://blog.example.net/2024/04/17/personal-growth.html, bookmarks",
    "http://www.blog.example.net/2024/04/17/personal-growth.html?from=rss, bookmarks",
    "blog.example.net, bookmarks",
    "ref.example.net, bookmarks",
    "2006.12345, bookmarks",
    "garden.png, bookmarks",
    "https://docs.example.org/zh/guide/getting-started, bookmarks",
    "https://github.com/someone/some-repo, bookmarks",
    "子页面.md, bookmarks",
    "双链笔记法, bookmarks",
    "论文题目, bookmarks",
    "花园照片, bookmarks",
    "子页面, 子页面",
  })
  void is_found(String query, String article) throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      assertEquals(article, shelf.found(query).getFirst());
    }
  }

  @Test
  void an_address_behind_words_is_no_snippet_and_no_word() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      Hit hit = shelf.search("blog.example.net").hits().getFirst();
      for (Snippet snippet : hit.snippets()) {
        assertFalse(snippet.text().contains("blog"), snippet.text());
      }
      assertEquals(1, shelf.search("growth").total());
    }
  }
}

package dev.kaiyuan.document.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import org.junit.jupiter.api.Test;

/** A place in subtitles is a time, in a notebook a cell; both have lines too. */
class RecordingTest {
  @Test
  void what_is_said_without_a_pause_is_one_paragraph() throws UnreadableFileException {
    Article article =
        read(
            "a.srt",
            """
            1
            00:12:29,000 --> 00:12:31,500
            <i>先关掉电源，</i>

            2
            00:12:31,600 --> 00:12:34,000
            再打开后盖。

            3
            01:12:50,000 --> 01:12:52,000
            The roller is worn out
            and must be replaced.
            """);
    assertEquals("先关掉电源，再打开后盖。\nThe roller is worn out and must be replaced.\n", article.text());
    assertEquals("time 00:12:31", String.valueOf(place(article, "再打开")));
    assertEquals("time 01:12:50", String.valueOf(place(article, "and must")));
    assertEquals(7, article.lines().lineAt(article.text().indexOf("再打开")));
  }

  @Test
  void web_video_text_tracks_without_hours() throws UnreadableFileException {
    Article article =
        read("a.vtt", "WEBVTT\n\nNOTE no words\n\n00:01.000 --> 00:04.000 align:start\n开源\n");
    assertEquals("开源\n", article.text());
    assertEquals(new Place(Place.Kind.TIME, 1), place(article, "开源"));
  }

  @Test
  void a_notebook_has_cells() throws UnreadableFileException {
    Article article =
        read(
            "a.ipynb",
            """
            {"cells": [
             {"cell_type": "markdown", "metadata": {}, "source": [
              "# 纸张统计\\n",
              "Count the **sheets**."
             ]},
             {"cell_type": "code", "execution_count": 1, "outputs": [{"text": "7"}],
              "source": "print(7)"}
            ], "metadata": {"title": "统计"}, "nbformat": 4}
            """);
    assertEquals("纸张统计\nCount the sheets.\nprint(7)\n", article.text());
    assertEquals("统计", article.title());
    assertEquals(new Place(Place.Kind.CELL, 1), place(article, "Count"));
    assertEquals(new Place(Place.Kind.CELL, 2), place(article, "print"));
    assertEquals(4, article.lines().lineAt(article.text().indexOf("Count")));
  }

  private static Article read(String name, String source) throws UnreadableFileException {
    return new ArticleReader().read(name, source.getBytes(UTF_8));
  }

  private static Place place(Article article, String words) {
    return article.lines().placeAt(article.text().indexOf(words));
  }
}

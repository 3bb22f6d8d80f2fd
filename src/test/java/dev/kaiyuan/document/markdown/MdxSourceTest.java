package dev.kaiyuan.document.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.Format;
import org.junit.jupiter.api.Test;

/** MDX is Markdown with statements, comments and components in it. */
class MdxSourceTest {
  @Test
  void statements_and_comments_are_no_words_and_components_are_tags() {
    Article article =
        Articles.read(
            "a.mdx",
            """
            ---
            title: 打印机
            ---
            import Tabs from '@theme/Tabs';
            export const pages = {
              first: 1,
            };

            # 卡纸 {/* draft */}

            {/* not
            shown */}
            import duties are a subject of their own.

            <Note type="info">先关电源。</Note>

            ```js
            import kept from 'code';
            ```
            """);
    assertEquals(
        "卡纸\nimport duties are a subject of their own.\n先关电源。\nimport kept from 'code';\n",
        article.text());
    assertEquals(15, article.lines().lineAt(article.text().indexOf("先关")));
    assertEquals(Format.MDX, article.format());
  }
}

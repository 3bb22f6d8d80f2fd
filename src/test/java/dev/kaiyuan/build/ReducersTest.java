package dev.kaiyuan.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dictionaries of others are reduced to what a search can use. */
class ReducersTest {
  @TempDir Path folder;

  @Test
  void a_word_has_its_equivalents_and_a_reading_its_characters() throws IOException {
    String dictionary =
        """
        export default {"all": [
          ["開源","开源","kai1 yuan2",["to expand one's financial resources","open source (computing)"],[],[]],
          ["許可證","许可证","xu3 ke3 zheng4","license; authorization; permit",[],[]],
          ["許可証","许可証","xu3 ke3 zheng4","variant of 許可證|许可证[xu3 ke3 zheng4]",[],[]],
          ["開遠市","开远市","Kai1 yuan3 Shi4","county-level city in Honghe, Yunnan",[],[]],
          ["許","许","xu3",["to allow","(literary) maybe"],[],[]],
          ["許","许","Xu3","surname Xu",[],[]],
          ["行","行","xing2","to walk",[],[]],
          ["銀行","银行","yin2 hang2","bank; CL:家[jia1]",["家[jia1]"],[]],
          ["執行","执行","zhi2 xing2","to implement",[],[]],
          ["嗎","吗","ma5","(question particle)",[],[]]
        ]};
        """;
    CedictReducer.main(input("all.js", dictionary));
    assertEquals(
        """
        开源	expand financial resources; open source
        执行	implement
        行	walk
        许	allow; maybe; Xu
        许可証	license; authorization; permit
        许可证	license; authorization; permit
        银行	bank
        """,
        output("cedict.tsv"));
    assertEquals(
        """
        hang	|行
        kai	开|
        ke	可|
        ma	吗|
        shi	市|
        xing	行|
        xu	许|
        yin	银|
        yuan	源远|
        zheng	证証|
        zhi	执|
        """,
        output("pinyin.tsv"));
  }

  @Test
  void a_region_has_words_of_its_own() throws IOException {
    Path lists = Files.createDirectories(folder.resolve("dist/esm-lib/dict"));
    Files.writeString(lists.resolve("TWPhrases.js"), "export default \"鼠標 滑鼠|默認 預設\";");
    Files.writeString(lists.resolve("TWPhrasesRev.js"), "export default \"滑鼠 鼠標|程式 程序\";");
    Files.writeString(lists.resolve("HKPhrases.js"), "export default \"車 車\";");
    Files.writeString(lists.resolve("HKPhrasesRev.js"), "export default \"的士 出租車\";");
    RegionWordsReducer.main(new String[] {folder.toString(), folder.toString()});
    assertEquals(
        """
        出租車	的士
        程序	程式
        默認	預設
        鼠標	滑鼠
        """,
        output("region-words.tsv"));
  }

  @Test
  void characters_of_the_same_larger_part_look_alike() throws IOException {
    String decompositions =
        """
        module.exports = `晴:a(日,青)
        睛:a(目,青)
        清:a(氵,青)
        青:d(龶,月)
        龶:d(三,丨)
        三:c()
        明:a(日,月)
        旧:a(丨,日)`;
        """;
    LookAlikesReducer.main(input("cjk-decomp.txt.js", decompositions));
    assertEquals("晴清睛青\n", output("look-alikes.txt"));
  }

  private String[] input(String name, String text) throws IOException {
    return new String[] {
      Files.writeString(folder.resolve(name), text).toString(), folder.toString()
    };
  }

  /** Returns what was written, without the two lines of its notice. */
  private String output(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(name));
    assertEquals("##", lines.get(0).substring(0, 1) + lines.get(1).substring(0, 1));
    return String.join("\n", lines.subList(2, lines.size())) + "\n";
  }
}

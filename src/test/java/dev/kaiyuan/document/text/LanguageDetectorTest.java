package dev.kaiyuan.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHINESE | 开源许可证是什么？",
        "CHINESE | 開放原始碼授權是什麼？",
        "CHINESE | 用 Docker 和 Kubernetes 部署 Spring Boot 应用 on GitHub Actions with Helm charts",
        "CHINESE | 日语的「の」是助词，片假名「オープンソース」是开源的意思，本文只谈开源软件在中国的发展历史，以及许可证、社区与商业模式这几个方面的问题",
        "ENGLISH | What is an open source license?",
        "ENGLISH | Richard Stallman (斯托曼) started the GNU project in 1983 because of a printer",
        "ENGLISH | Kubernetes",
        "OTHER   | オープンソースとは何ですか",
        "OTHER   | 日本語の自由なソフトウェアと著作権について説明します",
        "OTHER   | 오픈 소스란 무엇인가",
        "OTHER   | Что такое открытый код",
        "OTHER   | Qu'est-ce que le logiciel libre et pourquoi les licences sont une question de droit",
        "OTHER   | Freie Software ist nicht das gleiche wie die kostenlose, und der Quelltext ist offen",
        "OTHER   | 2024-05-01 12:00",
      })
  void a_texts_language_is_told_by_its_words(Language language, String text) {
    assertEquals(language, Articles.markdown(text).language());
  }

  @ParameterizedTest
  @CsvSource({"CHINESE,运行以下命令安装开源软件", "ENGLISH,Run this command to install it"})
  void code_does_not_count_where_there_is_prose(Language language, String prose) {
    String code = "    for (int i = 0; i < n; i++) { /* 输出结果到终端 */ print(i); }\n".repeat(20);
    assertEquals(language, Articles.markdown(prose + "\n\n" + code).language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHINESE | ---\\ntitle: 时间线视图\\n---\\n```dataview\\nTABLE file.mtime FROM Cards\\n```",
        "CHINESE | # mac应用列表备份\\n- Alfred\\n- Raycast\\n- iTerm2\\n- Homebrew\\n- Visual Studio"
            + " Code and others\\n- One Two Three Four Five Six Seven Eight Nine Ten",
        "CHINESE | # 人生管理操作系统\\n![[image-20220101.png]]",
        "CHINESE | # 詩\\n白日依山盡",
        "CHINESE | # Ariana 换发型\\n小猫终于换发型！ Ariana Grande 为新专辑 染白金长发",
        "OTHER | # Português\\nEste documento descreve a instalação do programa e as opções"
            + " disponíveis para o usuário.",
        "OTHER | # 持込申請最悪状態完了\\n持込申請は最悪状態完了。",
        "OTHER | # 한국어\\n이 문서는 漢字를 포함한다.",
        "OTHER | # วิธีติดตั้ง\\nWelcome. ยินดีต้อนรับเข้าสู่ เอกสาร ของ โปรแกรม",
        "ENGLISH | # 開源\\nThis is an English text on open source, with a title in Chinese, and it"
            + " goes on for a while so that the language is plain to see.",
      })
  void the_title_counts(Language language, String text) {
    assertEquals(language, Articles.markdown(text.replace("\\n", "\n")).language());
  }

  @Test
  void a_name_counts_where_it_is_chinese() {
    String commands = "docker run -d --name web -p 80:80 nginx:latest\ndocker exec -it web bash\n";
    assertEquals(Language.CHINESE, Articles.plainText("Docker 部署笔记\n\n" + commands).language());
    assertEquals(Language.CHINESE, Articles.read("部署.md", "`docker compose up`").language());
    assertEquals(Language.OTHER, Articles.read("a.md", "2024").language());
  }
}

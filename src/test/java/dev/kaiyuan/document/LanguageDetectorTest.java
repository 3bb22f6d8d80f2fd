package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}

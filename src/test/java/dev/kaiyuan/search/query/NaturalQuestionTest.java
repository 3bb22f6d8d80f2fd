package dev.kaiyuan.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalQuestionTest {
  private static boolean isQuestion(String text) {
    return NaturalQuestion.is(
        text, new QueryAnalyzer(UserDictionary.shipped()).analyze(text).units());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "怎么靠开源赚钱",
        "大模型算不算开源",
        "手机有没有自己的系统",
        "商用软件能否闭源",
        "K8s 不支持 Docker 了是什么意思",
        "小厂商做出来的东西被巨头拿去卖服务怎么办",
        "how do I start contributing to an open source project",
        "what software runs the dashboard screen of a car",
        "why did the company stop publishing"
      })
  void a_sentence_asks(String text) {
    assertEquals(true, isQuestion(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "开源许可证",
        "Linux 的历史",
        "Ubuntu",
        "OpenStreetMap ODbL licence change",
        "No space left on device",
        "error: cannot find symbol in the class of this file",
        "java.lang.NullPointerException at the end of the file",
        "docs/guide.md in the folder of the project",
        "git commit --amend and the message of it",
        "std::vector<int> of the type",
        "foo_bar 是什么的函数",
        "src/main 下的文件是什么",
        "the getName method of a class"
      })
  void a_name_an_error_a_path_or_code_does_not(String text) {
    assertEquals(false, isQuestion(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"building full of racks", "program that remembers nothing between requests"})
  void words_in_lower_case_describe(String text) {
    assertEquals(true, NaturalQuestion.describes(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open source licence",
        "No space left on device",
        "set up nginx 1.26 with certbot",
        "git commit --amend with a message",
        "开源 software licence for small teams"
      })
  void a_name_a_message_or_a_command_does_not_describe(String text) {
    assertEquals(false, NaturalQuestion.describes(text), text);
  }
}

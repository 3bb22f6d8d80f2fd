package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.UserDictionary;
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
        "大模型算不算开源的",
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
}

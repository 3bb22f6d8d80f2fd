package dev.kaiyuan.cluster.wire;

import dev.kaiyuan.search.IndexStatistics;
import dev.kaiyuan.search.SearchAnswer;
import java.time.Duration;
import java.util.Locale;

/** What can be asked about an index in a cluster, each with what is sent and what comes back. */
public enum Endpoint {
  /** Which protocol and which version of the program the plugin has. */
  VERSION(Question.Plain.class, Answer.Version.class),
  /** Which articles answer a request. */
  SEARCH(Question.Search.class, SearchAnswer.class),
  /** One article. */
  ARTICLE(Question.Article.class, Answer.Article.class),
  /** The paths of all files that the index knows. */
  PATHS(Question.Plain.class, Answer.Names.class),
  /** The paths of all articles. */
  ARTICLES(Question.Plain.class, Answer.Names.class),
  /** What is in the index. */
  STATISTICS(Question.Plain.class, IndexStatistics.class),
  /** The words that the index was made with. */
  WORDS(Question.Plain.class, Answer.Words.class),
  /** Words that begin as something that was typed. */
  COMPLETIONS(Question.Completions.class, Answer.Names.class),
  /** What marks the words of a query in any text. */
  MARKER(Question.Marker.class, Answer.Marker.class),
  /** What the index knows of files, for whoever compares it with folders. */
  FILES(Question.Files.class, Answer.Files.class);

  /** Raised whenever a client or a plugin of another version would misunderstand this one. */
  public static final int PROTOCOL = 1;

  /** The parameter of the address that says the protocol of the client. */
  public static final String PROTOCOL_PARAMETER = "protocol";

  /** The parameter of the address that says for how many milliseconds the client waits. */
  public static final String TIMEOUT_PARAMETER = "timeout";

  private final Class<? extends Record> question;
  private final Class<? extends Record> answer;

  Endpoint(Class<? extends Record> question, Class<? extends Record> answer) {
    this.question = question;
    this.answer = answer;
  }

  /** Returns the type of what is sent. */
  public Class<? extends Record> question() {
    return question;
  }

  /** Returns the type of what comes back. */
  public Class<? extends Record> answer() {
    return answer;
  }

  /** Returns the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the path and the parameter of an address, to be asked by POST.
   *
   * @param index the name of the index
   */
  public String address(String index) {
    return "/" + index + "/_kaiyuan/" + word() + "?" + PROTOCOL_PARAMETER + "=" + PROTOCOL;
  }

  /**
   * As {@link #address(String)}, for a client that does not wait forever.
   *
   * @param waits how long it waits
   */
  public String address(String index, Duration waits) {
    return address(index) + "&" + TIMEOUT_PARAMETER + "=" + waits.toMillis();
  }
}

package dev.kaiyuan.server.mcp;

import dev.kaiyuan.cluster.ClusterException;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import dev.kaiyuan.server.Answers;
import dev.kaiyuan.server.JsonTree;
import dev.kaiyuan.server.Parameters;
import dev.kaiyuan.server.WrongParameterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an assistant can do: find, read, find alike, and look at what there is. */
final class Tools {
  private static final int HITS = 5;
  private static final int MOST_HITS = 20;

  private static final Map<String, Object> LANG =
      choice("Only articles in this language", "zh", "en", "other");
  private static final Map<String, Object> LIMIT = number("Number of hits", HITS, MOST_HITS);
  private static final Map<String, Object> OFFSET =
      number("Number of hits to pass over, to see further ones", 0, 100_000);
  private static final Map<String, Object> SINCE =
      text("Only articles of this day, month or year, or later: 2024-05-31, 2024-05, 2024");
  private static final Map<String, Object> UNTIL =
      text("Only articles of this day, month or year, or earlier");
  private static final Map<String, Object> TYPE =
      text("Only articles of this kind of file: md, html, pdf, docx, epub and so on");
  private static final Map<String, Object> MEANING =
      choice(
          "Whether articles are also found by what they mean, where the index has vectors: on is"
              + " the default, only leaves words out of account",
          "on",
          "off",
          "only");
  private static final Map<String, Object> TWINS =
      choice(
          "Whether the same article in two languages is shown twice, which is the default, or"
              + " folded into one hit",
          "show",
          "fold");
  private static final Map<String, Object> TAG =
      Map.of(
          "type", "array",
          "items", Map.of("type", "string"),
          "description", "Only articles with all these tags");

  private final Answers answers;
  private final Messages messages = Messages.in("en");

  Tools(Answers answers) {
    this.answers = answers;
  }

  List<Object> list() {
    return List.of(
        tool(
            "search",
            "Search",
            "Finds articles in the person's own collection, in Chinese and English at once: a word"
                + " also finds its translation. Give the few words that matter, in either"
                + " language, not a sentence. Understood are \"exact phrase\", -without, this OR"
                + " that, begin*, title:word. Each hit has its path, the line and heading of the"
                + " best passage, and passages with their lines; read on with the tool read.",
            List.of("query"),
            properties(
                "query", text("What is looked for"),
                "limit", LIMIT,
                "offset", OFFSET,
                "lang", LANG,
                "tag", TAG,
                "path", text("Only files whose path matches this glob, such as notes/**"),
                "since", SINCE,
                "until", UNTIL,
                "sort", choice("Order of the hits", "score", "date", "path"),
                "type", TYPE,
                "meaning", MEANING,
                "twins", TWINS)),
        tool(
            "read",
            "Read",
            "Reads an article, or lines of it, by the path that a hit names. Lines are numbered as"
                + " in the file. Without a line it begins at the top; the end of the answer says"
                + " how to read on.",
            List.of("path"),
            properties(
                "path", text("The path of the article, as a hit names it"),
                "line", number("The line to begin at", 1, Integer.MAX_VALUE),
                "lines", number("Number of lines", 200, 2000))),
        tool(
            "similar",
            "Similar",
            "Finds articles like one, in both languages.",
            List.of("path"),
            properties(
                "path", text("The path of the article, as a hit names it"),
                "limit", LIMIT,
                "offset", OFFSET,
                "lang", LANG,
                "tag", TAG,
                "since", SINCE,
                "until", UNTIL,
                "meaning", MEANING,
                "twins", TWINS)),
        tool(
            "stats",
            "Statistics",
            "Says what there is: how many articles of each language, tag, year and folder, and"
                + " which files could not be read.",
            List.of(),
            properties()));
  }

  private static Map<String, Object> tool(
      String name,
      String title,
      String description,
      List<String> required,
      Map<String, Object> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("name", name);
    tool.put("title", title);
    tool.put("description", description);
    tool.put("inputSchema", schema);
    tool.put("annotations", Map.of("readOnlyHint", true, "openWorldHint", false));
    return tool;
  }

  private static Map<String, Object> properties(Object... pairs) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.put((String) pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  private static Map<String, Object> text(String description) {
    return Map.of("type", "string", "description", description);
  }

  private static Map<String, Object> choice(String description, String... values) {
    return Map.of("type", "string", "enum", List.of(values), "description", description);
  }

  private static Map<String, Object> number(String description, int otherwise, int most) {
    return Map.of(
        "type", "integer",
        "minimum", Math.min(1, otherwise),
        "maximum", most,
        "default", otherwise,
        "description", description);
  }

  /** Calls a tool. What was wrong about the call is for the assistant to read, and to mend. */
  Map<String, Object> call(Map<?, ?> given) throws IOException {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    if (given.get("arguments") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> arguments.put(String.valueOf(name), values(value)));
    }
    String name = String.valueOf(given.get("name"));
    try {
      return switch (name) {
        case "search" -> search(arguments);
        case "read" -> plain(answers.lines(Parameters.of(arguments)));
        case "similar" -> similar(arguments);
        case "stats" -> answer(answers.statsText(), answers.stats(Parameters.of(arguments)));
        default ->
            throw new McpException(McpException.INVALID_PARAMETERS, "there is no tool " + name);
      };
    } catch (WrongParameterException e) {
      return failed(e.text(messages));
    } catch (NoSuchFileException e) {
      return failed(messages.text("mcp.no-article", e.getFile()));
    } catch (TooComplexPatternException e) {
      return failed(messages.text("http.pattern", e.pattern()));
    } catch (SearchTimeoutException e) {
      return failed(messages.text("http.slow"));
    } catch (ClusterException e) {
      return failed(e.getMessage());
    } catch (IndexException e) {
      return failed(messages.text("http.index-" + e.problem().name().toLowerCase(Locale.ROOT)));
    }
  }

  private static List<String> values(Object value) {
    List<String> values = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> values.add(String.valueOf(each)));
    } else if (value != null) {
      values.add(value.toString());
    }
    return values;
  }

  private Map<String, Object> search(Map<String, List<String>> arguments) throws IOException {
    Parameters.of(arguments)
        .allowOnly(
            Set.of(
                "query", "limit", "offset", "lang", "tag", "path", "since", "until", "sort", "type",
                "meaning", "twins"));
    List<String> query = arguments.remove("query");
    if (query == null || query.isEmpty()) {
      throw new WrongParameterException("error.parameter-missing", "query");
    }
    arguments.put("q", query);
    arguments.putIfAbsent("limit", List.of(Integer.toString(HITS)));
    Parameters limited = Parameters.of(arguments);
    limited.number("limit", HITS, 1, MOST_HITS);
    return found(answers.find(limited));
  }

  private Map<String, Object> similar(Map<String, List<String>> arguments) throws IOException {
    arguments.putIfAbsent("limit", List.of(Integer.toString(HITS)));
    Parameters limited = Parameters.of(arguments);
    limited.number("limit", HITS, 1, MOST_HITS);
    return found(answers.findSimilar(limited));
  }

  /** The text is for reading, the structure is the JSON that every door gives. */
  private Map<String, Object> found(SearchResults results) throws IOException {
    return answer(answers.text(results), answers.json(results));
  }

  private static Map<String, Object> answer(String text, byte[] json) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>(plain(text));
    answer.put("structuredContent", JsonTree.parse(new String(json, StandardCharsets.UTF_8)));
    return answer;
  }

  private static Map<String, Object> plain(String text) {
    return Map.of("content", List.of(Map.of("type", "text", "text", text)));
  }

  private static Map<String, Object> failed(String why) {
    Map<String, Object> answer = new LinkedHashMap<>(plain(why));
    answer.put("isError", true);
    return answer;
  }
}

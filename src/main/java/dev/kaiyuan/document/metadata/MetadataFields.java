package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the values people write into front matter and HTML heads: a text, a list of texts or
 * a map with a name, in whatever form, under whichever of the usual names; says what it could not
 * understand, and keeps as notes what has no meaning here.
 */
public final class MetadataFields {
  private static final int MAX_LIST = 100;

  /** Values within each other; what is deeper is left out. */
  private static final int MAX_DEPTH = 20;

  /** Enough for any page, and a bound for YAML that repeats itself by aliases. */
  private static final int MAX_NOTES = 1000;

  private static final Pattern ONLY_A_DATE = Pattern.compile("[\\d\\s:.,/+TZ年月日\\[\\]-]*");
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{16,}");

  private final List<FileProblem> warnings;
  private final Set<String> tags = new LinkedHashSet<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> aliases = new LinkedHashSet<>();
  private final Map<String, Metadata.Note> notes = new LinkedHashMap<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private @Nullable String title;
  private @Nullable Language language;
  private @Nullable LocalDate published;
  private @Nullable LocalDate created;
  private @Nullable LocalDate changed;

  /**
   * Makes empty fields.
   *
   * @param warnings takes a problem for each value that can't be understood
   */
  public MetadataFields(List<FileProblem> warnings) {
    this.warnings = warnings;
  }

  /** Takes a value under the name that the file gives it. */
  public MetadataFields put(String name, @Nullable Object value) {
    switch (plain(name)) {
      case "title", "标题", "標題" -> title(value);
      case "lang", "language", "locale", "语言", "語言" -> language(value);
      case "date",
          "pubdate",
          "publishdate",
          "published",
          "publishedat",
          "publishedtime",
          "日期",
          "发布日期",
          "发布时间",
          "發布日期",
          "發布時間" ->
          date(value);
      case "created",
          "createdat",
          "createdtime",
          "createtime",
          "createdate",
          "datecreated",
          "creationdate",
          "creationtime",
          "创建",
          "创建日期",
          "创建时间",
          "創建日期",
          "創建時間",
          "建立日期",
          "建立時間" ->
          created = created != null ? created : readDate(value);
      case "updated",
          "updatedat",
          "updatedtime",
          "updatetime",
          "dateupdated",
          "modified",
          "modifiedat",
          "datemodified",
          "lastmod",
          "lastmodified",
          "lastupdate",
          "lastupdated",
          "lastedited",
          "lasteditedtime",
          "最后编辑时间",
          "上次编辑时间",
          "最後編輯時間",
          "更新",
          "更新日期",
          "更新时间",
          "更新時間",
          "修改日期",
          "修改时间",
          "修改時間" -> {
        changed = changed != null ? changed : readDate(value);
        if (value instanceof Map<?, ?> map) {
          authors(map.get("author"));
        }
      }
      case "tags", "tag", "keywords", "keyword", "categories", "标签", "標籤", "关键词", "關鍵詞" ->
          tags(value);
      case "category", "分类", "分類" -> addAll(value, tags, false);
      case "author", "authors", "作者" -> authors(value);
      case "alias", "aliases", "别名", "別名" -> addAll(value, aliases, false);
      default -> note(name, value);
    }
    return this;
  }

  /** One word for all the ways to write a name: dateCreated, date_created, Date Created. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  public MetadataFields title(@Nullable Object value) {
    if (value instanceof Map || value instanceof Iterable) {
      warnings.add(FileProblem.Kind.TITLE.alone());
      note("title", value);
    } else if (title == null) {
      title = text(value);
    } else {
      note("title", value);
    }
    return this;
  }

  /** Takes a language's tag, such as {@code zh-CN}; anything else leaves it to be detected. */
  public MetadataFields language(@Nullable Object value) {
    String tag = text(value);
    if (tag != null && language == null && isLanguageTag(tag)) {
      String primary = tag.toLowerCase(Locale.ROOT);
      // The country's code is a common slip for the language's.
      language = primary.equals("cn") ? Language.CHINESE : Language.of(tag);
    } else {
      note("language", tag);
    }
    return this;
  }

  public MetadataFields date(@Nullable Object value) {
    published = published != null ? published : readDate(value);
    return this;
  }

  private @Nullable LocalDate readDate(@Nullable Object value) {
    String written = text(value instanceof Map<?, ?> map ? map.get("date") : value);
    if (written == null || isSwitch(written)) {
      return null;
    }
    LocalDate date = WrittenDate.read(written);
    if (date == null) {
      warnings.add(FileProblem.Kind.DATE.of(shorten(written)));
    }
    if (!ONLY_A_DATE.matcher(written).matches()) {
      note("date", written);
    }
    return date;
  }

  private static boolean isSwitch(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "false", "yes", "no", "on", "off" -> true;
      default -> false;
    };
  }

  public MetadataFields tags(@Nullable Object value) {
    addAll(value, tags, true);
    return this;
  }

  public MetadataFields authors(@Nullable Object value) {
    addAll(value, authors, false);
    return this;
  }

  /** Keeps the words of a value that has no other meaning; one that is an address is none. */
  public void note(String name, @Nullable Object value) {
    note(name, value, 0);
  }

  private void note(String name, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH || notes.size() >= MAX_NOTES) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> note(String.valueOf(key), one, depth + 1));
    } else if (value instanceof Iterable<?> values) {
      values.forEach(one -> note(name, one, depth + 1));
    } else {
      String words = text(value);
      if (words == null
          || isSwitch(words)
          || ID.matcher(words).matches()
          || words.codePoints().noneMatch(Character::isLetterOrDigit)) {
        return;
      }
      if (isAddress(words)) {
        addresses.add(words);
      } else {
        notes.putIfAbsent(words, new Metadata.Note(name, words));
      }
    }
  }

  private static boolean isAddress(String words) {
    return words.indexOf(' ') < 0 && (words.contains("://") || words.startsWith("/"));
  }

  public Metadata build() {
    aliases.removeIf(alias -> isAddress(alias) && addresses.add(alias));
    return new Metadata(
        title,
        language,
        published != null ? published : created,
        changed,
        List.copyOf(tags),
        List.copyOf(authors),
        List.copyOf(aliases),
        List.copyOf(notes.values()),
        List.copyOf(addresses),
        List.copyOf(warnings));
  }

  /**
   * Adds all names in a value.
   *
   * @param spaced whether spaces part the names of a text that has no other signs between them
   */
  private void addAll(@Nullable Object value, Set<String> to, boolean spaced) {
    addAll(value, to, spaced, 0);
  }

  private void addAll(@Nullable Object value, Set<String> to, boolean spaced, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (value instanceof Iterable<?> values) {
      for (Object one : values) {
        if (one instanceof Iterable || one instanceof String line && NameList.isTagged(line)) {
          addAll(one, to, spaced, depth + 1);
        } else {
          add(one, to);
        }
      }
    } else if (value instanceof Map<?, ?> map && !map.containsKey("name")) {
      for (Object one : map.keySet()) {
        add(one, to);
      }
    } else if (value instanceof String list) {
      for (String one : NameList.split(list, spaced)) {
        add(one, to);
      }
    } else {
      add(value, to);
    }
  }

  private void add(@Nullable Object value, Set<String> to) {
    String text = text(value instanceof Map<?, ?> map ? map.get("name") : value);
    String name = text == null ? "" : NameList.bare(text);
    if (name.isEmpty() || to.contains(name)) {
      return;
    }
    FileProblem tooMany = FileProblem.Kind.TOO_MANY.of(Integer.toString(MAX_LIST));
    if (to.size() < MAX_LIST) {
      to.add(name);
    } else if (!warnings.contains(tooMany)) {
      warnings.add(tooMany);
    }
  }

  /** The words of a single value, white space folded, or null where there are none. */
  private static @Nullable String text(@Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof Iterable) {
      return null;
    }
    var text = new ArticleText(64);
    text.put(String.valueOf(value));
    String words = text.text();
    return words.isEmpty() ? null : words.substring(0, words.length() - 1);
  }

  private static boolean isLanguageTag(String tag) {
    int i = 0;
    while (i < tag.length() && Characters.isAsciiLetter(tag.charAt(i))) {
      i++;
    }
    return (i == 2 || i == 3)
        && (i == tag.length() || tag.charAt(i) == '-' || tag.charAt(i) == '_');
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}

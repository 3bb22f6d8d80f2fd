package dev.kaiyuan.analysis.english;

import java.util.Set;

/** Words that hold others together or ask, and say little of what is looked for. */
public final class FunctionWords {
  private static final Set<String> CHINESE =
      Set.of(
          "的", "了", "是", "在", "和", "与", "或", "及", "有", "我", "你", "您", "他", "她", "它", "我们", "你们",
          "他们", "它们", "这", "那", "这个", "那个", "这些", "那些", "哪", "哪个", "哪些", "哪里", "哪儿", "哪位", "哪一",
          "什么", "甚么", "怎么", "怎样", "怎么样", "如何", "为什么", "为何", "谁", "何", "何时", "吗", "呢", "吧", "啊", "都",
          "也", "就", "还", "把", "被", "对", "对于", "关于", "于", "从", "到", "向", "为", "以", "而", "但", "但是",
          "之", "其", "所", "等", "着", "过", "地", "得", "多少", "几", "个", "一个", "一", "并", "则", "由", "因",
          "因为", "所以", "如果", "可以", "能", "会", "要", "想", "该", "应该", "请", "请问", "让", "给", "用", "来", "去",
          "中", "里", "上", "下", "后", "时", "种", "次", "位", "年", "月", "日");

  private static final Set<String> ENGLISH =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
          "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i",
          "if", "in", "into", "is", "it", "its", "may", "me", "my", "of", "on", "or", "our",
          "shall", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
          "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what",
          "when", "where", "which", "who", "whom", "whose", "why", "will", "with", "would", "you",
          "your");

  private FunctionWords() {}

  /** Whether a folded word is one of them. */
  public static boolean contains(String word) {
    return word.charAt(0) < 0x80 ? ENGLISH.contains(word) : CHINESE.contains(word);
  }
}

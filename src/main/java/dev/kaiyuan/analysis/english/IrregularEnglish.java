package dev.kaiyuan.analysis.english;

/**
 * The words that no rule stems rightly: irregular forms, and words that only look like a form of
 * another.
 */
final class IrregularEnglish {
  /** What a stem is, an equals sign, and the words that have it. */
  private static final String WORDS =
      """
      news=news https=https evening=evening being=being embed=embed paste=paste,pastes,pasted,pasting quite=quite
      suite=suite,suites locale=locale,locales unite=unite,unites,united,uniting general=general family=family,families
      assembly=assembly,assemblies agree=agree,agrees,agreed free=free,freed guarantee=guarantee,guarantees,guaranteed
      bus=bus,buses gas=gas,gases lens=lens,lenses alias=alias,aliases atlas=atlas canvas=canvas bias=bias,biases
      always=always perhaps=perhaps whereas=whereas overseas=overseas besides=besides
      api=apis wiki=wikis gui=guis cli=clis emoji=emojis cpu=cpus gpu=gpus menu=menus vm=vms pc=pcs id=ids pr=prs
      index=indices,indexes matrix=matrices vertex=vertices append=append,appends,appended appendix=appendices
      child=children man=men woman=women foot=feet tooth=teeth mous=mice person=people,persons leaf=leaves life=lives
      half=halves shelf=shelves knif=knives self=selves
      analyz=analysis program=programme,programmes gray=grey artifact=artefact,artefacts skeptic=sceptic,sceptics
      judgment=judgement acknowledgment=acknowledgement instalment=installment,installments aging=ageing
      fulfil=fulfill,fulfills disk=disc,discs airplane=aeroplane,aeroplanes mold=mould
      write=written,wrote run=ran build=built choos=choose,chose,chosen break=broke,broken make=made give=gave,given
      take=took,taken go=went,gone know=knew,known begin=began,begun send=sent spend=spent keep=kept lose=lost pay=paid
      say=said sell=sold think=thought teach=taught understand=understood win=won draw=drew,drawn grow=grew,grown
      hide=hidden hold=held steal=stole,stolen throw=threw,thrown forget=forgot,forgotten freez=froze,frozen
      show=shown buy=bought bring=brought catch=caught feel=felt deal=dealt drive=drove,driven speak=spoke,spoken
      see=seen international=international tell=told do=did,done
      """;

  private static final int SLOTS = 1024;
  private static final String[] FORMS = new String[SLOTS];
  private static final String[] STEMS = new String[SLOTS];

  /** Of each first letter the second letters that a stem changes, a bit each. */
  private static final int[] CHANGED_SECOND = new int[26];

  static {
    int from = 0;
    String stem = "";
    for (int at = 0; at < WORDS.length(); at++) {
      char c = WORDS.charAt(at);
      if (c == '=') {
        stem = WORDS.substring(from, at);
        add(stem, stem);
      } else if (c == ',' || c == ' ' || c == '\n') {
        add(WORDS.substring(from, at), stem);
      } else {
        continue;
      }
      from = at + 1;
    }
  }

  private IrregularEnglish() {}

  private static void add(String form, String stem) {
    int slot = form.hashCode() & SLOTS - 1;
    while (FORMS[slot] != null && !FORMS[slot].equals(form)) {
      slot = slot + 1 & SLOTS - 1;
    }
    FORMS[slot] = form;
    STEMS[slot] = stem;
    if (form.charAt(0) == stem.charAt(0) && form.charAt(1) != stem.charAt(1)) {
      CHANGED_SECOND[form.charAt(0) - 'a'] |= 1 << form.charAt(1) - 'a';
    }
  }

  static int changedSecondLetters(char first) {
    return CHANGED_SECOND[first - 'a'];
  }

  /**
   * Puts the stem in place of an irregular form and returns its length, or nought when the word is
   * regular.
   */
  static int replace(char[] word, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + word[i];
    }
    for (int slot = hash & SLOTS - 1; FORMS[slot] != null; slot = slot + 1 & SLOTS - 1) {
      if (same(FORMS[slot], word, length)) {
        String stem = STEMS[slot];
        stem.getChars(0, stem.length(), word, 0);
        return stem.length();
      }
    }
    return 0;
  }

  private static boolean same(String form, char[] word, int length) {
    if (form.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (form.charAt(i) != word[i]) {
        return false;
      }
    }
    return true;
  }
}

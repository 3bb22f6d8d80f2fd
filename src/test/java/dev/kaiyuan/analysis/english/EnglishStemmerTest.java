package dev.kaiyuan.analysis.english;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishStemmerTest {
  private static String stem(String word) {
    char[] buffer = word.toCharArray();
    return new String(buffer, 0, EnglishStemmer.stem(buffer, buffer.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "licence license licences licenses licensed licensing",
        "fork forks forked forking",
        "commit commits committed committing",
        "code codes coded coding",
        "cache caches cached caching",
        "policy policies",
        "apply applies applied applying",
        "use uses used using",
        "box boxes boxed boxing",
        "install installs installed installing installation installations",
        "configure configured configuring configuration",
        "migrate migrates migrating migration",
        "run runs running ran",
        "write writes writing wrote written",
        "virus viruses",
        "index indexes indices indexing",
        "api apis",
        "linus linus's",
        "easy easily",
        "possible possibly",
        "dynamic dynamically",
      })
  void the_forms_of_a_word_meet(String forms) {
    assertAllMeet(forms);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organise organize organised organizing organisation organization organisations",
        "behaviour behavior behaviours",
        "behavioural behavioral",
        "favourite favorite favourites",
        "centre center centres centred centered",
        "catalogue catalog catalogues catalogs",
        "analyse analyze analysed analyzing analysis analyses",
        "analyser analyzer",
        "defence defense",
        "practise practice practising practicing",
        "modelling modeling modelled modeled model",
        "traveller traveler",
        "virtualisation virtualization virtualised virtualized",
        "programme program",
        "fulfil fulfill fulfilled",
        "grey gray",
        "fibre fiber",
      })
  void british_and_american_spelling_meet(String spellings) {
    assertAllMeet(spellings);
  }

  private static void assertAllMeet(String words) {
    String[] forms = words.split(" ");
    for (String form : forms) {
      assertEquals(stem(forms[0]), stem(form), form);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new news",
        "universe university",
        "policy police",
        "general generous generate",
        "plan plane",
        "car care",
        "past paste",
        "local locale",
        "unit unite",
        "file fill",
        "us use",
        "found foundation",
        "hop hope",
        "even evening",
        "http https",
        "intern international",
        "opera operate",
      })
  void different_words_stay_apart(String words) {
    String[] others = words.split(" ");
    for (int i = 1; i < others.length; i++) {
      assertNotEquals(stem(others[0]), stem(others[i]));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux", "redis", "status", "process", "string", "this", "gpl", "dns", "c", "k8s", "utf-8",
        "café", "开源"
      })
  void what_is_no_form_of_a_word_stays(String word) {
    assertEquals(word, stem(word));
  }

  @Test
  void a_stem_is_never_longer_and_never_empty() {
    SplittableRandom random = new SplittableRandom(6);
    String letters = "aeiouybdglnrstsedinglyation'";
    for (int n = 0; n < 200_000; n++) {
      StringBuilder word = new StringBuilder();
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      int length = stem(word.toString()).length();
      assertTrue(length <= word.length(), () -> word + " grew");
      assertTrue(length > 0, () -> word + " vanished");
    }
  }
}

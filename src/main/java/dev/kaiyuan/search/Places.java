package dev.kaiyuan.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;

/**
 * Where the grams of concepts stand in one article. A gram of several names counts for the first.
 */
final class Places {
  private static final int MOST_OF_A_GRAM = 256;
  private static final int GRAM_BITS = 12;

  private final List<String> grams = new ArrayList<>();
  private final float[] weights;
  private final int[] names;
  private final int[] first;
  private final int[] inWindow;

  /** For each name its concept, and for each concept its first name. */
  private final int[] concepts;

  private final int[] firstNames;

  private final float[] ofName;
  private final float[] ofConcept;

  private long[] places = new long[256];
  private int size;

  Places(List<Concept> looked) {
    int nameCount = 0;
    int gramCount = 0;
    for (Concept concept : looked) {
      nameCount += concept.names().size();
      for (Concept.Name name : concept.names()) {
        gramCount += name.grams().size();
      }
    }
    weights = new float[gramCount];
    names = new int[gramCount];
    first = new int[gramCount];
    inWindow = new int[gramCount];
    concepts = new int[nameCount];
    ofName = new float[nameCount];
    firstNames = new int[looked.size() + 1];
    ofConcept = new float[looked.size()];
    Set<String> distinct = new HashSet<>();
    int name = 0;
    for (int concept = 0; concept < looked.size(); concept++) {
      firstNames[concept] = name;
      for (Concept.Name each : looked.get(concept).names()) {
        concepts[name] = concept;
        for (int i = 0; i < each.grams().size(); i++) {
          if (distinct.add(each.grams().get(i))) {
            weights[grams.size()] = each.weights().get(i);
            names[grams.size()] = name;
            grams.add(each.grams().get(i));
          }
        }
        name++;
      }
    }
    firstNames[looked.size()] = name;
  }

  /** Returns the different grams; they are known by their places in this list. */
  List<String> grams() {
    return grams;
  }

  void clear() {
    size = 0;
    Arrays.fill(first, -1);
  }

  /** Takes in the places of a gram in the article that its postings stand at. */
  void add(int gram, PostingsEnum postings) throws IOException {
    int count = Math.min(postings.freq(), MOST_OF_A_GRAM);
    if (size + count > places.length) {
      places = Arrays.copyOf(places, 2 * (size + count));
    }
    for (int i = 0; i < count; i++) {
      long position = postings.nextPosition();
      if (i == 0) {
        first[gram] = (int) position;
      }
      places[size++] = position << GRAM_BITS | gram;
    }
  }

  /** The sum of the concepts' weights, each less the later its grams come first. */
  float early(float distance) {
    Arrays.fill(ofName, 0);
    for (int gram = 0; gram < grams.size(); gram++) {
      if (first[gram] >= 0) {
        ofName[names[gram]] += weights[gram] * (float) Math.exp(-first[gram] / distance);
      }
    }
    float early = 0;
    for (int concept = 0; concept < ofConcept.length; concept++) {
      early += heaviestName(concept);
    }
    return early;
  }

  /** The greatest sum of the weights of different concepts within so many characters. */
  float bestPassage(int window) {
    Arrays.sort(places, 0, size);
    Arrays.fill(inWindow, 0);
    Arrays.fill(ofName, 0);
    Arrays.fill(ofConcept, 0);
    float best = 0;
    float sum = 0;
    int left = 0;
    for (int right = 0; right < size; right++) {
      int gram = gram(right);
      if (inWindow[gram]++ == 0) {
        sum += weigh(gram, weights[gram]);
      }
      while (position(right) - position(left) > window) {
        int gone = gram(left++);
        if (--inWindow[gone] == 0) {
          sum += weigh(gone, -weights[gone]);
        }
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  /** Adds to the weight of a gram's name, and answers by how much its concept weighs more. */
  private float weigh(int gram, float weight) {
    int name = names[gram];
    ofName[name] += weight;
    int concept = concepts[name];
    float before = ofConcept[concept];
    ofConcept[concept] = heaviestName(concept);
    return ofConcept[concept] - before;
  }

  private float heaviestName(int concept) {
    float heaviest = 0;
    for (int name = firstNames[concept]; name < firstNames[concept + 1]; name++) {
      heaviest = Math.max(heaviest, ofName[name]);
    }
    return heaviest;
  }

  private int gram(int place) {
    return (int) (places[place] & (1 << GRAM_BITS) - 1);
  }

  private long position(int place) {
    return places[place] >> GRAM_BITS;
  }
}

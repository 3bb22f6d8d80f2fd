package dev.kaiyuan.cluster.wire;

import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link LineMap} as differences from one step to the next, which are small numbers.
 *
 * @param kind the places of the file
 * @param offsets for each step by how much its offset is greater
 * @param lines for each step by how much its line is greater
 * @param numbers for each step by how much the number of its place is greater; empty where places
 *     are lines
 */
record Lines(Place.Kind kind, List<Integer> offsets, List<Integer> lines, List<Integer> numbers) {
  static Lines of(LineMap map) {
    boolean onlyLines = map.kind() == Place.Kind.LINE;
    return new Lines(
        map.kind(),
        differences(map.size(), map::offset),
        differences(map.size(), map::line),
        onlyLines ? List.of() : differences(map.size(), map::number));
  }

  LineMap map() {
    int[] sums = sums(lines);
    return new LineMap(kind, sums(offsets), sums, kind == Place.Kind.LINE ? sums : sums(numbers));
  }

  private interface Steps {
    int at(int step);
  }

  private static List<Integer> differences(int size, Steps steps) {
    List<Integer> differences = new ArrayList<>(size);
    int before = 0;
    for (int step = 0; step < size; step++) {
      differences.add(steps.at(step) - before);
      before = steps.at(step);
    }
    return differences;
  }

  private static int[] sums(List<Integer> differences) {
    int[] sums = new int[differences.size()];
    int sum = 0;
    for (int step = 0; step < sums.length; step++) {
      sum += differences.get(step);
      sums[step] = sum;
    }
    return sums;
  }
}

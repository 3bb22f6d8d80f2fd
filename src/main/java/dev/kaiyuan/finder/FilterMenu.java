package dev.kaiyuan.finder;

import dev.kaiyuan.output.Narrowing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters to choose from: those that are set, to be dropped, before those that would help. */
final class FilterMenu {
  private final List<Narrowing> set;
  private final List<Narrowing> all;

  /** What is typed to find a filter. */
  final InputLine line = new InputLine();

  private int selected;

  FilterMenu(List<Narrowing> set, List<Narrowing> offered) {
    this.set = List.copyOf(set);
    all = new ArrayList<>(set);
    all.addAll(offered);
  }

  /** Returns the filters in which all words stand that were typed. */
  List<Narrowing> shown() {
    List<Narrowing> shown = new ArrayList<>();
    String[] words = line.text().toLowerCase(Locale.ROOT).strip().split("\\s+");
    for (Narrowing each : all) {
      String name = (each.option() + " " + each.value()).toLowerCase(Locale.ROOT);
      if (List.of(words).stream().allMatch(name::contains)) {
        shown.add(each);
      }
    }
    return shown;
  }

  boolean isSet(Narrowing filter) {
    return set.contains(filter);
  }

  int selected() {
    return Math.max(0, Math.min(selected, shown().size() - 1));
  }

  void move(int by) {
    selected = Math.max(0, Math.min(selected() + by, shown().size() - 1));
  }

  /** Returns the filter that is selected, or null if none is shown. */
  @Nullable Narrowing choice() {
    List<Narrowing> shown = shown();
    return shown.isEmpty() ? null : shown.get(selected());
  }
}

package dev.kaiyuan.server.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened since the start, in the text that Prometheus reads. Thread-safe. */
final class Metrics {
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
  };

  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final LongAdder errors = new LongAdder();
  private final LongAdder[] searches = new LongAdder[BOUNDS.length + 1];
  private final LongAdder searchNanos = new LongAdder();

  Metrics() {
    for (int i = 0; i < searches.length; i++) {
      searches[i] = new LongAdder();
    }
  }

  /** Counts a request that was answered. */
  void answered(String route, int status) {
    String labels = "route=\"" + route + "\",code=\"" + status + "\"";
    requests.computeIfAbsent(labels, unused -> new LongAdder()).increment();
    if (status >= 500) {
      errors.increment();
    }
  }

  /** Counts a search and the time it took. */
  void searched(long nanos) {
    int bucket = 0;
    while (bucket < BOUNDS.length && nanos > BOUNDS[bucket] * 1e9) {
      bucket++;
    }
    searches[bucket].increment();
    searchNanos.add(nanos);
  }

  /**
   * Returns the text.
   *
   * @param available whether the index can be asked
   * @param articles how many articles the index holds
   * @param age how old its last commit is, in seconds
   */
  String text(boolean available, int articles, double age) {
    StringBuilder text = new StringBuilder(1 << 11);
    head(text, "kaiyuan_http_requests_total", "counter", "Requests that were answered.");
    new TreeMap<>(requests)
        .forEach((labels, count) -> line(text, "kaiyuan_http_requests_total", labels, count.sum()));
    head(text, "kaiyuan_errors_total", "counter", "Requests that failed with a status of 5xx.");
    line(text, "kaiyuan_errors_total", "", errors.sum());
    head(text, "kaiyuan_search_seconds", "histogram", "How long searches took.");
    long sum = 0;
    for (int i = 0; i < searches.length; i++) {
      sum += searches[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      line(text, "kaiyuan_search_seconds_bucket", "le=\"" + bound + "\"", sum);
    }
    line(text, "kaiyuan_search_seconds_sum", "", searchNanos.sum() / 1e9);
    line(text, "kaiyuan_search_seconds_count", "", sum);
    head(text, "kaiyuan_index_available", "gauge", "1 if the index can be asked, otherwise 0.");
    line(text, "kaiyuan_index_available", "", available ? 1 : 0);
    head(text, "kaiyuan_articles", "gauge", "Articles in the index.");
    line(text, "kaiyuan_articles", "", articles);
    head(text, "kaiyuan_commit_age_seconds", "gauge", "Time since the index last changed.");
    line(text, "kaiyuan_commit_age_seconds", "", age);
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, String labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    String number =
        value == Math.rint(value)
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.6f", value);
    text.append(' ').append(number).append('\n');
  }
}

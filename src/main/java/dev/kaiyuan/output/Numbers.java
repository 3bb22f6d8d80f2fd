package dev.kaiyuan.output;

import java.time.Duration;

/** Writes numbers as people read them, without the cost of a formatter. */
public final class Numbers {
  private Numbers() {}

  /** Returns a whole number, 0 or greater, with a comma between thousands. */
  public static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int p = digits.length() - 3; p > 0; p -= 3) {
      digits.insert(p, ',');
    }
    return digits.toString();
  }

  /** Returns a number rounded to some decimals, 0 to 6. */
  public static String decimal(double number, int decimals) {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    long scaled = Math.round(Math.abs(number) * scale);
    StringBuilder text = new StringBuilder(number < 0 && scaled > 0 ? "-" : "");
    text.append(scaled / scale);
    if (decimals > 0) {
      String fraction = Long.toString(scaled % scale + scale);
      text.append('.').append(fraction, 1, fraction.length());
    }
    return text.toString();
  }

  /** Returns a duration in milliseconds, with a decimal where it is short. */
  public static String milliseconds(Duration duration) {
    double milliseconds = duration.toNanos() / 1e6;
    return milliseconds < 9.95 ? decimal(milliseconds, 1) : grouped(Math.round(milliseconds));
  }

  /** Returns a number of bytes in the unit that fits: B, KB, MB or GB, of 1,000 each. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes / 1000.0;
    String[] units = {" KB", " MB", " GB"};
    int unit = 0;
    while (value >= 999.95 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return (value < 99.95 ? decimal(value, 1) : grouped(Math.round(value))) + units[unit];
  }
}

package dev.kaiyuan.document.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a text mentions beside its words: where its links lead, and its tags. */
public final class Mentions {
  private static final int MOST = 5000;
  private static final int LONGEST = 2000;

  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<String> tags = new LinkedHashSet<>();

  /** Takes an address as it is written; one that holds data, or a place on the page, is none. */
  public void addAddress(String address) {
    boolean data = address.startsWith("data:") || address.startsWith("javascript:");
    if (!data
        && !address.startsWith("#")
        && !address.isBlank()
        && address.length() <= LONGEST
        && addresses.size() < MOST) {
      addresses.add(address.strip());
    }
  }

  /** Takes the addresses that are in the text itself. */
  public void addAddressesIn(String text) {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int start = at;
      while (start > 0 && Characters.isAsciiLetter(text.charAt(start - 1)) && at - start < 10) {
        start--;
      }
      int end = AddressShape.bareEnd(text, at + 3);
      if (start < at && end > at + 3) {
        addAddress(text.substring(start, end));
      }
    }
  }

  public void addTag(String tag) {
    if (tags.size() < MOST) {
      tags.add(tag);
    }
  }

  public void addAll(Mentions others) {
    others.addresses.forEach(this::addAddress);
    others.tags.forEach(this::addTag);
  }

  public List<String> addresses() {
    return List.copyOf(addresses);
  }

  public List<String> tags() {
    return List.copyOf(tags);
  }
}

package dev.kaiyuan.document.markdown.inline;

import java.util.Arrays;

/** The opening brackets of one block that wait for their closing ones. */
final class Brackets {
  private int[] positions = new int[8];
  private int[] delimiterMarks = new int[8];
  private boolean[] image = new boolean[8];
  private boolean[] inner = new boolean[8];
  private int size;

  /** Below this depth a link was found inside, so that only images may begin there. */
  private int inactiveDepth;

  /** Adds the bracket at an index, before which the given emphasis waits for its end. */
  void push(int position, boolean isImage, int delimiterMark) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, size * 2);
      delimiterMarks = Arrays.copyOf(delimiterMarks, size * 2);
      image = Arrays.copyOf(image, size * 2);
      inner = Arrays.copyOf(inner, size * 2);
    }
    if (size > 0) {
      inner[size - 1] = true;
    }
    inactiveDepth = Math.min(inactiveDepth, size);
    positions[size] = position;
    delimiterMarks[size] = delimiterMark;
    image[size] = isImage;
    inner[size++] = false;
  }

  /** Takes the last bracket away and returns its number, good until the next push, or -1. */
  int pop() {
    return size == 0 ? -1 : --size;
  }

  int position(int bracket) {
    return positions[bracket];
  }

  int delimiterMark(int bracket) {
    return delimiterMarks[bracket];
  }

  boolean isImage(int bracket) {
    return image[bracket];
  }

  /** Tells whether other brackets stand inside. */
  boolean hasInner(int bracket) {
    return inner[bracket];
  }

  /** A link holds no other link: the brackets that wait now can't become one. */
  void deactivate() {
    inactiveDepth = size;
  }

  boolean isActive(int bracket) {
    return image[bracket] || bracket >= inactiveDepth;
  }
}

package dev.kaiyuan.document.markdown.inline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The opening brackets of one block that wait for their closing ones. */
final class Brackets {
  private final List<Bracket> open = new ArrayList<>();

  /** Below this depth a link was found inside, so that only images may begin there. */
  private int inactiveDepth;

  /** An opening bracket. */
  static final class Bracket {
    final int position;
    final boolean isImage;

    /** The emphasis that waits for its end before it, see {@link EmphasisDelimiters#top}. */
    final int delimiterMark;

    /** Whether other brackets are inside. */
    boolean hasInner;

    private Bracket(int position, boolean isImage, int delimiterMark) {
      this.position = position;
      this.isImage = isImage;
      this.delimiterMark = delimiterMark;
    }
  }

  /** Adds the bracket at an index, before which the given emphasis waits for its end. */
  void push(int position, boolean isImage, int delimiterMark) {
    if (!open.isEmpty()) {
      open.getLast().hasInner = true;
    }
    inactiveDepth = Math.min(inactiveDepth, open.size());
    open.add(new Bracket(position, isImage, delimiterMark));
  }

  /** Removes the last bracket and returns it, or null if there is none. */
  @Nullable Bracket pop() {
    return open.isEmpty() ? null : open.removeLast();
  }

  /** A link holds no other link: the brackets that wait now can't become one. */
  void deactivate() {
    inactiveDepth = open.size();
  }

  /** Whether the bracket that was removed last may begin a link or an image. */
  boolean isActive(Bracket last) {
    return last.isImage || open.size() >= inactiveDepth;
  }
}

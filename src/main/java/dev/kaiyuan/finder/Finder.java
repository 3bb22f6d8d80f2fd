package dev.kaiyuan.finder;

import dev.kaiyuan.output.HitSummary;
import dev.kaiyuan.output.Narrowing;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person choose an article on a terminal: what is found changes with each key, and the
 * article is shown beside it. Used once.
 */
public final class Finder {
  private static final int MOST_HITS = 10_000;

  /** What is before a sentence: its indent and its line. */
  private static final int BEFORE_SENTENCE = 9;

  private final FinderSetting setting;
  private final Tty tty;
  private final Answers answers;
  private final Pages pages;
  private final View view;
  private final Scene scene = new Scene();
  private final Latest<Question> searching = new Latest<>("search", this::answer);
  private final Latest<Hit> reading = new Latest<>("article", this::read);
  private @Nullable Question asked;
  private boolean isPending;
  private boolean isAway;
  private boolean isRehearsed;
  private @Nullable Exception failure;

  /** Opens what a person wants to edit. */
  public interface Opener {
    /** Opens the article of a hit at its line, and waits until the person leaves it. */
    void open(Hit hit) throws IOException;
  }

  /**
   * Makes a finder at a terminal, which stays open.
   *
   * @param index opens the index while the screen is already there; the finder closes it
   */
  public Finder(FinderSetting setting, Tty tty, IOSupplier<ArticleSearcher> index) {
    this.setting = setting;
    this.tty = tty;
    answers = new Answers(index, setting.request());
    pages = new Pages(setting, answers);
    view =
        new View(setting, new HitSummary(setting.display(), setting.messages(), setting.locator()));
  }

  /**
   * Shows the screen until an article is chosen.
   *
   * @param opener opens an article meanwhile
   * @return what was found, with the chosen article as its only hit, or null if none was chosen
   * @throws IOException if the index can't be read, or the terminal is gone
   */
  public @Nullable SearchResults choose(Opener opener) throws IOException {
    Object resize = Tty.on("WINCH", () -> redraw(true));
    Object goOn = Tty.on("CONT", () -> redraw(false));
    try {
      tty.enter();
      synchronized (this) {
        scene.line.insert(setting.request().query());
        ask();
        paint();
      }
      SearchResults chosen = listen(new Keyboard(tty.in(), tty.charset()), opener);
      if (chosen == null && failure instanceof IOException e) {
        throw e;
      }
      if (chosen == null && failure instanceof RuntimeException e) {
        throw e;
      }
      return chosen;
    } finally {
      Tty.off("WINCH", resize);
      Tty.off("CONT", goOn);
      tty.leave();
      searching.close();
      reading.close();
      answers.close();
    }
  }

  private @Nullable SearchResults listen(Keyboard keyboard, Opener opener) throws IOException {
    while (true) {
      Keyboard.Stroke stroke = keyboard.next();
      synchronized (this) {
        if (stroke.key() == Key.LEAVE || stroke.key() == Key.ESCAPE && scene.menu == null) {
          return null;
        }
        Hit hit = press(stroke);
        if (hit != null && stroke.key() == Key.TAKE) {
          return scene.chosen();
        }
        if (hit != null) {
          open(hit, opener);
        }
        // What comes in one burst is searched for once.
        if (!keyboard.hasMore()) {
          ask();
          paint();
        }
      }
    }
  }

  /** Does what a key asks for; returns the hit to take or to open, else null. */
  private @Nullable Hit press(Keyboard.Stroke stroke) throws IOException {
    FilterMenu menu = scene.menu;
    InputLine line = menu == null ? scene.line : menu.line;
    switch (stroke.key()) {
      case TEXT -> line.insert(stroke.text());
      case ERASE_BEFORE -> {
        if (line.isEmpty() && menu == null && !scene.filters.isEmpty()) {
          scene.filters.removeLast();
        }
        line.edit(Key.ERASE_BEFORE);
      }
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> scene.scroll(-pageRows() / 2);
      case PAGE_DOWN -> scene.scroll(pageRows() / 2);
      case ESCAPE -> scene.menu = null;
      case SUGGESTION -> suggested();
      case REDRAW -> tty.forget();
      case SUSPEND -> {
        if (setting.canStop()) {
          tty.suspend();
        }
      }
      case FILTERS -> {
        settled();
        scene.menu = null;
        if (menu == null) {
          searching.ask(question().ofFilters());
        }
      }
      case TAKE -> {
        if (menu != null) {
          toggle(menu.choice());
          scene.menu = null;
          return null;
        }
        return settled();
      }
      case OPEN -> {
        return menu == null ? settled() : null;
      }
      default -> line.edit(stroke.key());
    }
    return null;
  }

  private void move(int by) {
    if (scene.menu != null) {
      scene.menu.move(by);
      return;
    }
    Hit before = settled();
    scene.move(by);
    readChoice(before);
  }

  /** Returns the hit that is selected of what is in the line by now, not of what was before. */
  private @Nullable Hit settled() {
    ask();
    while (isPending) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return scene.choice();
  }

  private void toggle(@Nullable Narrowing filter) {
    if (filter != null && !scene.filters.remove(filter)) {
      scene.filters.add(filter);
    }
  }

  private void suggested() {
    SearchResults results = scene.results();
    if (results != null && results.suggestion() != null) {
      scene.line.replace(results.suggestion());
    }
  }

  private void open(Hit hit, Opener opener) throws IOException {
    isAway = true;
    tty.leave();
    try {
      opener.open(hit);
    } catch (RuntimeException e) {
      scene.trouble = setting.explain().apply(e);
    } finally {
      tty.measure();
      tty.enter();
      isAway = false;
    }
  }

  private Layout layout() {
    return Layout.of(tty.columns(), tty.rows());
  }

  private int pageRows() {
    return Math.max(1, layout().pageRows() - 1);
  }

  private Question question() {
    Layout layout = layout();
    // What is on the screen, and as much again as soon as half of it is passed.
    int room = layout.hits();
    int limit = Math.min(MOST_HITS, room * (1 + 2 * scene.selected() / room));
    return new Question(
        scene.line.text(),
        scene.filters,
        limit,
        Math.max(20, layout.listColumns() - BEFORE_SENTENCE),
        false);
  }

  /** Asks for what is in the line now, unless that was asked already. */
  private void ask() {
    Question next = question();
    Question last = asked;
    if (last != null && last.isLike(next)) {
      boolean isAll = !isPending && scene.hits().size() < last.limit();
      if (next.limit() <= last.limit() || isAll) {
        return;
      }
    }
    asked = next;
    isPending = true;
    searching.ask(next);
  }

  /** The searching thread's part. */
  private void answer(Question question) {
    try {
      SearchResults found = answers.to(question);
      synchronized (this) {
        if (question.isOfFilters()) {
          scene.offer(found);
        } else {
          Hit before = scene.choice();
          scene.show(question, found);
          readChoice(before);
        }
        failure = null;
        done(question);
      }
      if (!isRehearsed) {
        isRehearsed = true;
        answers.rehearse(found, searching::isWaitedFor);
      }
    } catch (IOException | RuntimeException e) {
      synchronized (this) {
        failure = e;
        scene.trouble = setting.explain().apply(e);
        done(question);
      }
    }
  }

  private void readChoice(@Nullable Hit before) {
    Hit now = scene.choice();
    if (now != null && !now.equals(before)) {
      reading.ask(now);
    }
  }

  private void done(Question question) {
    if (question.equals(asked)) {
      isPending = false;
      notifyAll();
    }
    paint();
  }

  /** The reading thread's part. */
  private void read(Hit hit) {
    try {
      int columns;
      String query;
      synchronized (this) {
        columns = layout().pageColumns();
        query = scene.results() == null ? "" : scene.results().query();
      }
      Page page = columns == 0 ? null : pages.of(hit, query, columns);
      synchronized (this) {
        if (page != null && hit.equals(scene.choice())) {
          scene.show(page, pageRows());
          paint();
        }
      }
    } catch (IOException | RuntimeException e) {
      synchronized (this) {
        scene.trouble = setting.explain().apply(e);
        paint();
      }
    }
  }

  /** After the terminal has changed its size, or the program was stopped from outside. */
  private synchronized void redraw(boolean isResized) {
    if (isAway) {
      return;
    }
    try {
      tty.measure();
      if (isResized) {
        tty.forget();
      } else {
        tty.reenter();
      }
      // What was found was cut to the width before.
      asked = null;
      ask();
      readChoice(null);
      paint();
    } catch (IOException e) {
      scene.trouble = setting.explain().apply(e);
    }
  }

  private synchronized void paint() {
    if (isAway) {
      return;
    }
    View.Picture picture = view.picture(scene, layout());
    try {
      tty.show(picture.rows(), picture.cursor());
    } catch (IOException gone) {
      scene.trouble = setting.explain().apply(gone);
    }
  }
}

package dev.kaiyuan.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InputLineTest {
  private final InputLine line = new InputLine();

  @Test
  void moves_and_erases_by_what_a_person_sees_as_a_character() {
    line.insert("源e\u0301👩‍👩‍👧");
    line.edit(Key.LEFT);
    line.edit(Key.ERASE_BEFORE);
    assertEquals("源👩‍👩‍👧", line.text());
    line.edit(Key.ERASE_AFTER);
    assertEquals("源", line.text());
    line.edit(Key.HOME);
    line.insert("开");
    assertEquals("开源", line.text());
  }

  @Test
  void shows_the_part_around_the_cursor_that_fits() {
    line.insert("开源许可证的选择");
    assertEquals(new InputLine.Shown("的选择", 6), line.shown(8));
    line.edit(Key.HOME);
    assertEquals(new InputLine.Shown("开源许…", 0), line.shown(8));
  }

  @Test
  void takes_the_beginning_of_a_book_that_is_pasted() {
    line.insert("😀".repeat(20_000));
    assertEquals("😀".repeat(5_000), line.text());
    line.insert("a");
    assertEquals(10_000, line.text().length());
  }
}

package dev.kaiyuan.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.finder.Keyboard.Stroke;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyboardTest {
  /** Gives a byte at a time, as a slow line does. */
  private static List<Stroke> strokes(String typed, Charset charset) throws IOException {
    InputStream slow =
        new ByteArrayInputStream(typed.getBytes(charset)) {
          @Override
          public synchronized int read(byte[] bytes, int start, int length) {
            return super.read(bytes, start, Math.min(1, length));
          }
        };
    Keyboard keyboard = new Keyboard(slow, charset);
    List<Stroke> strokes = new ArrayList<>();
    do {
      strokes.add(keyboard.next());
    } while (keyboard.hasMore());
    return strokes;
  }

  @Test
  void puts_characters_together_that_come_in_pieces() throws IOException {
    for (String name : List.of("UTF-8", "GB18030")) {
      StringBuilder text = new StringBuilder();
      for (Stroke stroke : strokes("开源x", Charset.forName(name))) {
        assertEquals(Key.TEXT, stroke.key());
        text.append(stroke.text());
      }
      assertEquals("开源x", text.toString());
    }
  }

  @Test
  void knows_the_sequences_of_terminals_and_passes_over_others() throws IOException {
    assertEquals(
        List.of(
            Key.UP,
            Key.UP,
            Key.DOWN,
            Key.HOME,
            Key.END,
            Key.ERASE_AFTER,
            Key.PAGE_UP,
            Key.RIGHT,
            Key.UNKNOWN,
            Key.UNKNOWN,
            Key.TAKE,
            Key.LEAVE),
        strokes(
                "\u001b[A\u001bOA\u001b[B\u001b[1~\u001b[F\u001b[3~\u001b[5~\u001b[1;5C"
                    + "\u001b[38;5u\u001bx\r\u0003",
                StandardCharsets.UTF_8)
            .stream()
            .map(Stroke::key)
            .toList());
  }

  @Test
  void takes_a_paste_as_text_whatever_it_holds() throws IOException {
    assertEquals(
        List.of(new Stroke(Key.TEXT, "许可证\r\u0003\u001b[A"), new Stroke(Key.ESCAPE, "")),
        strokes("\u001b[200~许可证\r\u0003\u001b[A\u001b[201~\u001b", StandardCharsets.UTF_8));
  }
}

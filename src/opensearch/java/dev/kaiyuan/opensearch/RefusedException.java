package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.MalformedMessageException;
import dev.kaiyuan.cluster.wire.Refusal;
import dev.kaiyuan.search.limit.Deadline;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** A question is refused, on every copy of a shard alike. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal.Kind kind, String detail) {
    super(kind.reason() + ": " + detail);
    refusal = new Refusal(kind, detail);
  }

  Refusal refusal() {
    return refusal;
  }

  /** Something that refuses a question in the words of the library. */
  interface Work<T> {
    T done() throws IOException;
  }

  /** Does work, and says in the words of the protocol why not. */
  static <T> T told(Work<T> work) throws IOException {
    try {
      return work.done();
    } catch (TooComplexPatternException e) {
      throw new RefusedException(Refusal.Kind.PATTERN, e.pattern());
    } catch (NoSuchFileException e) {
      throw new RefusedException(Refusal.Kind.NO_ARTICLE, e.getFile());
    } catch (SearchTimeoutException e) {
      throw new RefusedException(Refusal.Kind.TIMEOUT, Long.toString(e.limit().toMillis()));
    } catch (Deadline.OverException e) {
      String millis = Long.toString(e.told().limit().toMillis());
      throw new RefusedException(Refusal.Kind.TIMEOUT, millis);
    } catch (MalformedMessageException e) {
      throw new RefusedException(Refusal.Kind.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}

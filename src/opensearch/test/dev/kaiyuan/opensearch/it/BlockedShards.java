package dev.kaiyuan.opensearch.it;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.plugins.NetworkPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.TransportInterceptor;
import org.opensearch.transport.TransportRequest;
import org.opensearch.transport.TransportRequestHandler;

/** Keeps chosen questions to shards from being answered, on all nodes of this JVM. */
public final class BlockedShards extends Plugin implements NetworkPlugin {
  private static final String ACTION = "indices:data/read/kaiyuan/shards[s]";

  private static final AtomicInteger ASKED = new AtomicInteger();
  private static volatile IntPredicate blocked = number -> false;
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  /** Blocks questions by their number from now on, from 0. */
  static void block(IntPredicate numbers) {
    gate = new CountDownLatch(1);
    ASKED.set(0);
    blocked = numbers;
  }

  /** Lets all go on; returns how many were asked since {@link #block}. */
  static int release() {
    blocked = number -> false;
    gate.countDown();
    return ASKED.get();
  }

  @Override
  public List<TransportInterceptor> getTransportInterceptors(
      NamedWriteableRegistry registry, ThreadContext context) {
    return List.of(
        new TransportInterceptor() {
          @Override
          public <T extends TransportRequest> TransportRequestHandler<T> interceptHandler(
              String action,
              String executor,
              boolean forceExecution,
              TransportRequestHandler<T> handler) {
            return action.equals(ACTION) ? held(handler) : handler;
          }
        });
  }

  private static <T extends TransportRequest> TransportRequestHandler<T> held(
      TransportRequestHandler<T> handler) {
    return (request, channel, task) -> {
      CountDownLatch mine = gate;
      if (!blocked.test(ASKED.getAndIncrement())) {
        handler.messageReceived(request, channel, task);
        return;
      }
      // The thread that brings a question is OpenSearch's own, and must go on.
      Thread.startVirtualThread(
          () -> {
            try {
              mine.await();
              handler.messageReceived(request, channel, task);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    };
  }
}

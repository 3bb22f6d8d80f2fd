package dev.kaiyuan.opensearch;

import org.opensearch.core.transport.TransportResponse;
import org.opensearch.transport.Transport;
import org.opensearch.transport.TransportInterceptor;
import org.opensearch.transport.TransportRequest;
import org.opensearch.transport.TransportRequestOptions;
import org.opensearch.transport.TransportResponseHandler;

/**
 * Gives up waiting for a copy of a shard that does not answer, so that the next is asked:
 * OpenSearch's broadcasts wait without end.
 */
final class ShardTimeouts implements TransportInterceptor {
  @Override
  public AsyncSender interceptSender(AsyncSender sender) {
    return new AsyncSender() {
      @Override
      public <T extends TransportResponse> void sendRequest(
          Transport.Connection connection,
          String action,
          TransportRequest request,
          TransportRequestOptions options,
          TransportResponseHandler<T> handler) {
        sender.sendRequest(
            connection,
            action,
            request,
            request instanceof OneShardRequest one
                ? TransportRequestOptions.builder().withTimeout(one.patience().toMillis()).build()
                : options,
            handler);
      }
    };
  }
}

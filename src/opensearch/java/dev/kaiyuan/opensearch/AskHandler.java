package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestResponseListener;
import org.opensearch.transport.client.node.NodeClient;

/**
 * Takes questions over HTTP: {@code POST /index/_kaiyuan/search?protocol=1}, see {@link Endpoint}.
 */
final class AskHandler extends BaseRestHandler {
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public String getName() {
    return "kaiyuan_ask";
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Endpoint each : Endpoint.values()) {
      routes.add(new Route(RestRequest.Method.POST, "/{index}/_kaiyuan/" + each.word()));
    }
    return routes;
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    String path = request.path();
    Endpoint endpoint =
        Endpoint.valueOf(path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
    AskRequest asked =
        new AskRequest(
            request.param("index"),
            endpoint,
            request.paramAsInt(Endpoint.PROTOCOL_PARAMETER, 0),
            Duration.ofMillis(
                Math.clamp(
                    request.paramAsLong(Endpoint.TIMEOUT_PARAMETER, USUAL.toMillis()),
                    1,
                    LONGEST.toMillis())),
            BytesReference.toBytes(request.content()));
    return channel ->
        client.execute(
            AskAction.TYPE,
            asked,
            new RestResponseListener<AskResponse>(channel) {
              @Override
              public BytesRestResponse buildResponse(AskResponse answer) {
                return new BytesRestResponse(
                    RestStatus.fromCode(answer.status()),
                    "application/json; charset=UTF-8",
                    new BytesArray(answer.body()));
              }
            });
  }
}

/**
 * What runs inside OpenSearch: articles become documents, shards answer by the classes that answer
 * for a folder. Begin reading at {@link dev.kaiyuan.opensearch.KaiyuanPlugin}.
 */
@NullMarked
package dev.kaiyuan.opensearch;

import org.jspecify.annotations.NullMarked;

/**
 * What a client and the plugin in a cluster say to each other, as JSON over HTTP. Begin reading at
 * {@link dev.kaiyuan.cluster.wire.Endpoint}.
 */
package dev.kaiyuan.cluster.wire;

/**
 * An index in a cluster of OpenSearch whose nodes have Kaiyuan's plugin: it is asked and filled
 * over HTTP. Entry point: {@link dev.kaiyuan.cluster.Cluster}. Who searches folders loads none of
 * this.
 */
package dev.kaiyuan.cluster;

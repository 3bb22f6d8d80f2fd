package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.FileStamp;

/**
 * A file that an index is to hold.
 *
 * @param path the file as the index holds it
 * @param root the folder of the index in which the file lies
 * @param stamp the size and time of the file
 * @param hash the hash of its content
 */
public record IndexedFile(String path, String root, FileStamp stamp, long hash) {}

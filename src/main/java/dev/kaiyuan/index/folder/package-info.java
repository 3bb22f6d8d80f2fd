/** Walks folders: which files are articles, which are left out, what each is called. */
package dev.kaiyuan.index.folder;

package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;

/**
 * An index that a command has opened, in which it searches and reads.
 *
 * @param call the call of the command
 * @param searcher searches the index
 * @param locator finds the files of articles
 */
record OpenIndex(Context context, ArticleSearcher searcher, ArticleLocator locator) {}

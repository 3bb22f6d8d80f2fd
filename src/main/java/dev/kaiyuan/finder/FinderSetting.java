package dev.kaiyuan.finder;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.SearchRequest;
import java.util.function.Function;

/**
 * What a finder begins with.
 *
 * @param request the filters and the order; its query is what the line begins with
 * @param given the filters as they were typed, or an empty string
 * @param display the colours; its size is not looked at
 * @param messages what is said
 * @param locator finds the files of articles
 * @param explain says of a failure what went wrong
 * @param canStop whether a person who stops the program has a shell to go on with it
 */
public record FinderSetting(
    SearchRequest request,
    String given,
    Display display,
    Messages messages,
    ArticleLocator locator,
    Function<Exception, String> explain,
    boolean canStop) {}

package dev.kaiyuan.search;

import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.WordFrequency;
import dev.kaiyuan.search.query.WordPattern;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;

/** The lexicon of one index, or of one part of an index. */
record IndexLexicon(CommitSearcher searcher) implements Lexicon {
  @Override
  public UserDictionary known() throws IOException {
    return searcher.words().all();
  }

  @Override
  public List<WordFrequency> listed(WordPattern pattern) throws IOException {
    return searcher.listed(pattern);
  }

  @Override
  public int articlesWith(String word) throws IOException {
    return searcher.docFreq(ArticleField.BODY_WORDS.term(word));
  }

  @Override
  public int count(Together together) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (!together.han().isEmpty()) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (QueryTerm gram : new QueryAnalyzer(known()).analyze(together.han()).grams()) {
        phrase.add(ArticleField.BODY.term(gram.text()), gram.start());
      }
      all.add(phrase.build(), Occur.MUST);
    }
    for (String word : together.words()) {
      all.add(new TermQuery(ArticleField.BODY_WORDS.term(word)), Occur.MUST);
    }
    return searcher.count(all.build());
  }
}

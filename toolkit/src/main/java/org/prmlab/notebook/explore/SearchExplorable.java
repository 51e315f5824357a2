package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prmlab.data.Aggregation;
import org.prmlab.data.Problem;
import org.prmlab.report.Html;
import org.prmlab.report.View;
import org.prmlab.search.FoundSolution;
import org.prmlab.search.SearchNode;
import org.prmlab.search.SearchNode.Fate;
import org.prmlab.search.SearchResult;

/** The tree of a search as nested lists below its problem, level by level. */
final class SearchExplorable {
  private final SearchResult result;
  private final Aggregation ranking;
  private final Map<String, List<SearchNode>> children = new LinkedHashMap<>(); // by parent's place
  private final Map<String, FoundSolution> ends = new LinkedHashMap<>(); // by place
  private int levels;

  private SearchExplorable(SearchResult result, Aggregation ranking) {
    this.result = result;
    this.ranking = ranking;
    for (SearchNode node : result.nodes()) {
      children.computeIfAbsent(parent(node), p -> new ArrayList<>()).add(node);
      levels = Math.max(levels, level(node));
    }
    result.found().forEach(f -> ends.put(f.path().place(), f));
  }

  static View of(SearchResult result, Aggregation ranking) {
    if (result.nodes().isEmpty()) {
      throw new IllegalArgumentException(
          "the search of problem '%s' has no candidates to draw".formatted(result.problem().id()));
    }
    return new SearchExplorable(result, ranking).view();
  }

  private View view() {
    long kept = result.nodes().stream().filter(n -> n.fate() == Fate.KEPT).count();
    String text =
        "search of problem %s: of %d different candidates %d were kept, over %d steps"
            .formatted(result.problem().id(), result.nodes().size(), kept, levels);
    Map<String, Object> data =
        Map.of("levels", levels, "ranking", ranking.name().toLowerCase(Locale.ROOT));
    String title = "A search, step by step";
    return new ExplorePage("search", title, "<p>%s</p>".formatted(Html.escape(text)) + tree(), data)
        .view(text);
  }

  private String tree() {
    Problem problem = result.problem();
    StringBuilder html = new StringBuilder("<div class=\"pe-tree\"><p class=\"pe-problem\">");
    html.append(Html.escape(problem.text()));
    problem.answer().ifPresent(a -> html.append(" (answer: ").append(Html.escape(a)).append(')'));
    html.append("</p>");
    for (String root : roots()) {
      if (roots().size() > 1) {
        html.append("<p>tree ").append(Integer.parseInt(root) + 1).append("</p>");
      }
      html.append(list(root));
    }
    return html.append("</div>").toString();
  }

  /** The trees: places without a parent. */
  private List<String> roots() {
    return children.keySet().stream().filter(p -> p.indexOf('.') < 0).sorted().toList();
  }

  private String list(String parent) {
    List<SearchNode> below = children.getOrDefault(parent, List.of());
    if (below.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul>");
    below.forEach(node -> html.append(item(node)));
    return html.append("</ul>").toString();
  }

  private String item(SearchNode node) {
    boolean kept = node.fate() == Fate.KEPT;
    double rank = ranking == Aggregation.PRODUCT ? Math.exp(node.score()) : node.score();
    return """
        <li class="%s" data-level="%d"><span class="pe-node"><b>%s</b> %s</span> \
        <small>step %.3f, path %.3f%s%s</small>%s</li>"""
        .formatted(
            kept ? "pe-kept" : "pe-dropped",
            level(node),
            kept ? "&#10003;" : "&#10007;",
            Html.escape(node.step()),
            node.stepScore(),
            rank,
            kept ? "" : ", dropped",
            end(node),
            list(node.place()));
  }

  /** What a kept path ends with; nothing for a step on the way. */
  private String end(SearchNode node) {
    FoundSolution found = ends.get(node.place());
    if (found == null || node.fate() != Fate.KEPT) {
      return "";
    }
    if (!found.path().complete()) {
      return "; given up here";
    }
    return result.best().filter(found::equals).isPresent() ? "; <b>the answer</b>" : "; end";
  }

  /** Steps are counted from 1; a place begins with its tree. */
  private static int level(SearchNode node) {
    return (int) node.place().chars().filter(c -> c == '.').count();
  }

  private static String parent(SearchNode node) {
    return node.place().substring(0, node.place().lastIndexOf('.'));
  }
}

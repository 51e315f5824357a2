package org.prmlab.notebook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.report.View;

/** Solutions for views, and what is true of every view. */
final class ExploreExamples {
  /** Ends a script and starts one, were it not escaped. */
  static final String HOSTILE =
      "1 < 2 </script><script>document.title = 'broken'</script> & \u2028";

  private static final Pattern DATA = Pattern.compile("(?s)class=\"pe-data\">(.*?)</script>");

  private ExploreExamples() {}

  static Solution solution(String id, String... steps) {
    Problem problem = new Problem("p-" + id, "What is 1 + 1? " + HOSTILE, Optional.of("2"));
    return Solution.of(id, problem, List.of(steps));
  }

  static ScoredSolution scored(String prm, Solution solution, Verdict truth, double... scores) {
    return new ScoredSolution(
        StepScores.of(prm, ScoreMeaning.STEP_CORRECT, solution, scores), truth);
  }

  /** Forty solutions of two steps, every other one wrong in its second; scores run over [0, 1]. */
  static List<ScoredSolution> forty(String prm, double shift) {
    List<ScoredSolution> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Verdict truth = i % 2 == 0 ? Verdict.allCorrect() : Verdict.errorAt(1);
      double last = Math.min(1, i % 2 == 0 ? 0.4 + i / 80.0 + shift : i / 60.0 + shift);
      all.add(scored(prm, solution("s" + i, "1 + 1 = 2", "so 2 " + HOSTILE), truth, 0.9, last));
    }
    return all;
  }

  /** The data of a view; checks that nothing of them can leave their element, and the size. */
  static JsonNode data(View view) throws Exception {
    String html = view.html().orElseThrow();
    assertTrue(html.length() <= ExplorePage.LARGEST, html.length() + " characters");
    assertFalse(html.contains("</script><script>document"), html);
    assertEquals(2, html.split("</script>", -1).length - 1, "one script, one element of data");
    assertFalse(html.contains("http://") && !html.contains("http://www.w3.org/2000/svg"));
    Matcher found = DATA.matcher(html);
    assertTrue(found.find());
    assertFalse(found.group(1).contains("<"), found.group(1));
    return new JsonMapper().readTree(found.group(1));
  }

  /** The part that is shown where scripts do not run. */
  static String still(View view) {
    String html = view.html().orElseThrow();
    return html.substring(html.indexOf("<div class=\"pe-still\">"), html.indexOf("<script"));
  }
}

"""Views that a reader can touch, made by the kernel, exported by nbconvert and opened from a file in Chromium.

Chromium and Playwright as in test_browser. Screenshots are left in kernel-config/target/screenshots.
"""

import tempfile
import unittest
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from kernel_client import RunningKernel, class_context
from test_browser import CHROMIUM, COLOURS, READABLE, SCREENSHOTS, contrast, playwright
from test_install import CLASS_PATH

WIDTHS = (1200, 390)
LARGEST = 200_000
PREPARE = """
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.*;
import org.prmlab.evaluation.*;
import org.prmlab.evaluation.bestofn.*;
import org.prmlab.labeling.*;
import org.prmlab.labeling.rollout.*;
import org.prmlab.prm.*;
import org.prmlab.report.*;
import org.prmlab.search.*;
import org.prmlab.stats.*;
class Given { // one statement, so that the kernel compiles once
  static Solution solution(int i) {
    var problem = new Problem("p" + i / 8, i / 8 + " + 1 </script>?", Optional.of("" + (i / 8 + 1)));
    var right = i % 3 != 0;
    return new Solution("s" + i, problem, "", List.of(i / 8 + " + 1 is the question", "so " + (right ? i / 8 + 1 : 77)),
        Optional.of("" + (right ? i / 8 + 1 : 77)), Optional.of(right));
  }
  static ScoredSolution scored(String prm, int i, double last) {
    var truth = i % 3 == 0 ? Verdict.errorAt(1) : Verdict.allCorrect();
    return new ScoredSolution(StepScores.of(prm, ScoreMeaning.STEP_CORRECT, solution(i), 0.95, last), truth);
  }
  static List<ScoredSolution> a = new ArrayList<>(), b = new ArrayList<>();
  static List<LabeledSolution> samples = new ArrayList<>();
  static {
  for (int i = 0; i < 96; i++) {
    a.add(scored("a", i, i % 3 == 0 ? 0.3 : 0.8));
    b.add(scored("b", i, i % 7 / 7.0));
    samples.add(LabeledSolution.of(solution(i)).withScores("a", List.of(0.95, i % 3 == 0 ? 0.3 : 0.8), ScoreMeaning.STEP_CORRECT));
  }
  }
  static List<LabelPair> pairs = new ArrayList<>();
  static Map<String, Verdict> truths = new HashMap<>();
  static {
  for (int i = 0; i < 96; i++) {
    var counts = List.<StepLabel>of(StepLabel.monteCarlo(8, 8), StepLabel.monteCarlo(i % 9, 8));
    var judge = i % 4 == 0 ? Verdict.errorAt(1) : Verdict.allCorrect();
    pairs.add(new LabelPair(solution(i), new StepLabels("mc", counts), StepLabels.ofVerdict("judge", 2, judge)));
    truths.put("s" + i, i % 3 == 0 ? Verdict.errorAt(1) : Verdict.allCorrect());
  }
  }
  static RolloutSource policy = requests -> requests.stream().map(r -> new Samples(java.util.stream.IntStream.range(0, r.samples().count())
      .mapToObj(i -> new Completion("so \\boxed{" + (i % 3 == 1 ? 1 : 5) + "}", Completion.End.STOPPED)).toList(), TokenUsage.none(), Optional.empty())).toList();
  static Problem problem = new Problem("p", "0 + 1 </script>?", Optional.of("1"));
  static SearchPath path = new SearchPath(problem, "0.1.0", List.of("0 + 1 is asked", "so 1"), true);
  static SearchResult searched = new SearchResult(problem, List.of(new FoundSolution(path, StepScores.of("a", ScoreMeaning.STEP_CORRECT, path.solution(), 0.5, 0.5), -1.4)),
      new SearchCost(9, 3, 3), List.of(new SearchNode("0.0", "no", 0.125, -2.0, SearchNode.Fate.DROPPED),
          new SearchNode("0.1", "0 + 1 is asked", 0.5, -0.7, SearchNode.Fate.KEPT), new SearchNode("0.1.0", "so 1", 0.5, -1.4, SearchNode.Fate.KEPT)));
}
"""
VIEWS = {
    "threshold": "Explore.threshold(Given.a, Given.b)",
    "best-of-n": 'Explore.bestOfN(SampledSolutions.of(Given.samples, AnswerComparison.withDefaults()), "a")',
    "rollouts": "Explore.rollouts(StepRollouts.draw(Given.policy, Given.solution(0), 8), Verdict.errorAt(1))",
    "consensus": "Explore.consensus(Given.pairs, Given.truths)",
    "search": "Explore.search(Given.searched, Aggregation.PRODUCT)",
}


@unittest.skipUnless(CHROMIUM, "Chromium is not installed (Debian: apt install chromium)")
@unittest.skipUnless(CLASS_PATH, "the toolkit is not built")
class Explorables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        start = playwright()
        if start is None:
            raise unittest.SkipTest("Playwright cannot be installed; pip install playwright")
        cls.folder = Path(class_context(cls, tempfile.TemporaryDirectory()))
        cls.html = {}
        with RunningKernel("--classpath", CLASS_PATH) as kernel:
            prepared = kernel.run(PREPARE, timeout=120)
            assert prepared.status == "ok", prepared.traceback
            for name, code in VIEWS.items():
                shown = kernel.run(code)
                assert shown.status == "ok", shown.traceback
                cls.html[name] = shown.data["text/html"]
        cls.browser = class_context(cls, start()).chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def file(self, theme, *names):
        """An exported page with these views."""
        cells = []
        for name in names:
            output = nbformat.v4.new_output("display_data", data={"text/html": self.html[name]})
            cells.append(nbformat.v4.new_code_cell(VIEWS[name], outputs=[output]))
        exporter = HTMLExporter(theme=theme, mathjax_url="", require_js_url="")
        file = self.folder / f"{'-'.join(names)}-{theme}.html"
        file.write_text(exporter.from_notebook_node(nbformat.v4.new_notebook(cells=cells))[0], encoding="utf-8")
        return file

    def open(self, *names, theme="light", width=1200, **options):
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        page.set_default_timeout(20_000)
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.file(theme, *names).as_uri())
        return page

    def test_every_view_fits_its_page_in_light_and_dark(self):
        for name, html in self.html.items():
            self.assertLessEqual(len(html), LARGEST, name)
            for theme in ("light", "dark"):
                for width in WIDTHS:
                    with self.subTest(view=name, theme=theme, width=width):
                        page = self.open(name, theme=theme, width=width)
                        page.wait_for_selector(".pe-on .pe-live")
                        page.screenshot(path=str(SCREENSHOTS / f"explore-{name}-{theme}-{width}.png"), full_page=True)
                        self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                        self.assertEqual(self.errors, [])
                        self.assertFalse(page.locator(".pe-still").is_visible())
                        texts = page.query_selector_all(
                            ".pe-live :is(p, label, button:enabled, output, .pe-good, .pe-bad, .pe-text)")
                        found = [contrast(*text.evaluate(COLOURS)) for text in texts if text.is_visible()]
                        self.assertGreaterEqual(min(found), READABLE)

    def test_without_scripts_a_still_picture_is_left(self):
        for name in self.html:
            with self.subTest(view=name):
                page = self.open(name, java_script_enabled=False)
                self.assertTrue(page.locator(".pe-still :is(table, .pe-tree)").first.is_visible())
                self.assertEqual(page.locator(".pe-live").count(), 0)

    def test_no_text_of_the_data_becomes_markup(self):
        page = self.open(*self.html)
        self.assertEqual(page.locator(".pe-on").count(), len(self.html))
        self.assertIn("</script>", page.locator(".pe-problem").first.inner_text())

    def test_one_view_stands_twice_on_a_page_and_each_moves_alone(self):
        page = self.open("threshold", "threshold")
        sliders = page.locator("input[type=range]")
        self.assertEqual(sliders.count(), 2)
        sliders.nth(1).press("Home")
        self.assertEqual(page.locator("output").all_inner_texts(), ["0.50", "0.00"])

    def test_the_threshold_is_moved_by_keyboard_alone(self):
        page = self.open("threshold")
        while page.evaluate("document.activeElement.type") != "range":
            page.keyboard.press("Tab")
        self.assertIn("32 of 32", page.locator("[role=table]").inner_text())
        self.assertIn("first error in step 2 ✓", page.locator(".pe-live").inner_text())
        for _ in range(21):
            page.keyboard.press("ArrowLeft")
        self.assertEqual(page.locator("output").inner_text(), "0.29")
        self.assertEqual(page.locator("input[type=range]").get_attribute("aria-valuetext"), "threshold 0.29")
        self.assertIn("PRM a says: no error ✗ in truth: first error in step 2", page.locator(".pe-live").inner_text())
        row = page.locator("[role=row]").nth(1)
        self.assertEqual(row.locator("[role=cell]").all_inner_texts(), ["0.0", "0 of 32", "32", "0", "0 of 64"])
        page.keyboard.press("End")
        self.assertIn("0.999", page.locator("output").inner_text())

    def test_the_slider_moves_by_pointer(self):
        page = self.open("threshold")
        slider = page.locator("input[type=range]")
        box = slider.bounding_box()
        page.mouse.click(box["x"] + 3, box["y"] + box["height"] / 2)
        self.assertEqual(page.locator("output").inner_text(), "0.00")
        dot = page.locator("svg circle")
        self.assertEqual(dot.get_attribute("cx"), "40")

    def test_a_sample_is_chosen_by_keyboard_and_the_others_choices_appear(self):
        page = self.open("best-of-n")
        self.assertIn("of 0 taken", page.locator(".pe-live").inner_text())
        self.assertNotIn("chosen by", page.locator(".pe-live").inner_text())
        while page.evaluate("document.activeElement.type") != "radio":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        text = page.locator(".pe-live").inner_text()
        self.assertIn("of 1 taken: you 1; the vote 1; a, minimum 1", text)
        self.assertIn("Your choice is right", text)
        self.assertIn("chosen by", text)
        self.assertEqual(page.locator("[role=rowheader]").all_inner_texts()[0], "you")
        page.locator("button:has-text('Next')").press("Enter")
        self.assertIn("Problem 2 of 10", page.locator(".pe-live").inner_text())
        self.assertEqual(page.evaluate("document.activeElement.type"), "radio")

    def test_rollouts_appear_one_by_one_and_the_label_flips(self):
        page = self.open("rollouts")
        page.locator("select").first.select_option("0")
        live = page.locator(".pe-live")
        self.assertIn("0 of 8 drawn: nothing is known yet", live.inner_text())
        while page.evaluate("document.activeElement.textContent") != "Draw one":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        self.assertIn("0 of 1 reach the answer", live.inner_text())
        self.assertIn("Hard label of step 1: ✗ wrong", live.inner_text())
        page.keyboard.press("Enter")
        self.assertIn("1 of 2 reach the answer", live.inner_text())
        self.assertIn("✓ right It flipped with this rollout.", live.inner_text())
        width = float(page.locator("svg rect").get_attribute("width"))
        for _ in range(6):
            page.keyboard.press("Enter")
        self.assertEqual(page.locator(".pe-drawn li").count(), 8)
        self.assertLess(float(page.locator("svg rect").get_attribute("width")), width)
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "Start over")
        page.locator("select").nth(1).select_option("0.5")
        self.assertIn("Hard label of step 1: ✗ wrong", live.inner_text())

    def test_a_dot_is_read_and_the_threshold_moves_what_is_kept(self):
        page = self.open("consensus")
        live = page.locator(".pe-live")
        self.assertEqual(page.locator(".pe-dot").count(), 96)
        kept = live.locator("strong").first.inner_text()
        page.locator("input[type=range]").press("End")
        self.assertNotEqual(live.locator("strong").first.inner_text(), kept)
        self.assertEqual(page.locator(".pe-same .pe-dot").count(), int(live.locator("strong").first.inner_text().split()[1]))
        while page.evaluate("document.activeElement.getAttribute('role')") != "listbox":
            page.keyboard.press("Tab")
        chosen = lambda: page.locator(".pe-dot[aria-selected=true]").get_attribute("aria-label")
        before = chosen()
        page.keyboard.press("ArrowRight")
        self.assertNotEqual(chosen(), before)
        page.keyboard.press("ArrowLeft")
        self.assertEqual(chosen(), before)
        page.locator(".pe-dot").nth(40).click()
        name = chosen().split(":")[0]
        self.assertIn("in truth", chosen())
        self.assertEqual(page.locator(".pe-dot").nth(40).get_attribute("title"), name)

    def test_a_search_is_followed_level_by_level(self):
        page = self.open("search")
        shown = lambda: page.locator(".pe-tree li:visible").count()
        self.assertEqual(shown(), 0)
        self.assertIn("0 + 1 </script>?", page.locator(".pe-live .pe-problem").inner_text())
        while page.evaluate("document.activeElement.textContent") != "Next step →":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        self.assertEqual(shown(), 2)
        self.assertIn("Step 1 of 2: 2 different candidates, 1 kept, 1 dropped.", page.locator(".pe-live").inner_text())
        page.keyboard.press("Enter")
        self.assertEqual(shown(), 3)
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "← Back")
        page.locator("input[type=range]").press("Home")
        self.assertEqual(shown(), 0)


if __name__ == "__main__":
    unittest.main()

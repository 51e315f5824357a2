"""The toolkit in a notebook: progress in place, arrays, charts."""

import os
import time
import unittest

from kernel_client import MODULE, RunningKernel, class_context
from test_install import CLASS_PATH

NATIVE = MODULE.parent / "toolkit" / "target" / "native-cpu"
PRM = MODULE.parent / "toolkit/src/test/resources/org/prmlab/model/qwen2-prm"
SLOW_LOOP = """
List<Integer> steps = new ArrayList<>(Collections.nCopies(30, 1));
for (int step : ProgressBar.of("waiting", "steps").over(steps)) { Thread.sleep(100); }
"""


@unittest.skipUnless(CLASS_PATH, "the toolkit is not built")
class Toolkit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        path = f"{CLASS_PATH}{os.pathsep}{NATIVE}/*"
        cls.kernel = class_context(cls, RunningKernel("--classpath", path))

    def run_ok(self, code):
        result = self.kernel.run(code)
        self.assertEqual(result.status, "ok", result.reply)
        return result

    def states(self, result):
        """The texts of a progress bar, in order; checks that they stand in one place."""
        shown = result.of("display_data")
        self.assertEqual(len(shown), 1, shown)
        updates = result.of("update_display_data")
        ids = {state["transient"]["display_id"] for state in shown + updates}
        self.assertEqual(len(ids), 1)
        self.assertEqual(result.stdout + result.stderr, "")
        return [state["data"]["text/plain"] for state in shown + updates]

    def test_progress_is_shown_in_place_at_most_twice_a_second(self):
        started = time.monotonic()
        result = self.run_ok(SLOW_LOOP)
        seconds = time.monotonic() - started
        texts = self.states(result)
        self.assertEqual(texts[0], "waiting: 0 of 30 steps")
        self.assertRegex(texts[1], r"^waiting: \d+ of 30 steps, \d:\d\d left$")
        self.assertEqual(texts[-1], "waiting: 30 of 30 steps")
        print(f"progress: {len(texts) - 1} updates in {seconds:.1f} s", flush=True)
        self.assertGreater(len(texts), 4)
        self.assertLessEqual(len(texts) - 1, 2 * seconds + 1)
        last = result.of("update_display_data")[-1]["data"]["text/html"]
        self.assertIn('<progress value="30" max="30"', last)

    def test_an_interrupted_loop_keeps_its_bar(self):
        result = self.kernel.run(SLOW_LOOP, interrupt_after=1.2)
        self.assertEqual(result.status, "error")
        self.assertRegex(self.states(result)[-1], r"^waiting: \d+ of 30 steps")

    def test_resampling_and_reading_show_their_progress(self):
        result = self.run_ok(
            "Statistic slow = weights -> { try { Thread.sleep(2); } catch (InterruptedException e) {} return weights[0]; };\n"
            "Bootstrap.withDefaults().withResamples(300)"
            '.interval(Clusters.ofRows(40), ProgressBar.of("drawing", "resamples").over(slow, 300));'
        )
        self.assertEqual(self.states(result)[-1], "drawing: 301 of 301 resamples")
        self.run_ok(
            'var file = java.nio.file.Files.createTempFile("steps", ".jsonl");\n'
            'java.nio.file.Files.writeString(file, "{\\"id\\":\\"a\\",\\"problem\\":\\"p\\",\\"steps\\":[\\"s\\"]}\\n");'
        )
        result = self.run_ok(
            'try (var bar = ProgressBar.of("reading", "solutions")) {'
            " Formats.read(file, bar); }"
        )
        self.assertEqual(self.states(result), ["reading: 1 solutions", "reading: 1 solutions"])

    def test_scoring_shows_its_progress(self):
        self.run_ok(
            f'var prm = ProcessRewardModel.load(java.nio.file.Path.of("{PRM}"), PrmSettings.withDefaults().withTokensPerBatch(64));\n'
            "List<Solution> solutions = new ArrayList<>();\n"
            'for (int i = 0; i < 40; i++) solutions.add(Solution.of("s" + i, Problem.of("p" + i, "What is " + i + "?"),'
            ' List.of("step one", "step two")));'
        )
        result = self.run_ok('prm.score(solutions, ProgressBar.of("scoring", "solutions")).size()')
        texts = self.states(result)
        self.assertEqual((texts[0], texts[-1]), ("scoring: 0 of 40 solutions", "scoring: 40 of 40 solutions"))
        self.assertEqual(result.text, "40")

    def test_an_array_shows_shape_type_device_and_values_but_no_handle(self):
        self.run_ok("var manager = ai.djl.ndarray.NDManager.newBaseManager();")
        code = "manager.create(new float[] {1, 2, 3, 4}, new ai.djl.ndarray.types.Shape(2, 2))"
        result = self.run_ok(code)
        self.assertEqual(result.text, "array (2, 2) float32 on cpu\n[[1.000, 2.000],\n [3.000, 4.000]]")
        self.assertIn("<b>array (2, 2) float32 on cpu</b>", result.data["text/html"])
        self.assertEqual(self.run_ok(f"var closed = {code}; closed.close(); closed").text.split(";")[0],
                         "array, closed: its memory was given back")

    def test_the_toolkits_javadoc_is_in_the_tooltip(self):
        for code, comment in (("Bootstrap.withDefaults", "2,000 resamples"), ("Bootstrap", "Percentile intervals"),
                              ("ProcessRewardModel.load(", "Loads a folder")):
            reply = self.kernel.reply(self.kernel.client.inspect(code))
            self.assertIn(comment, reply["data"]["text/plain"], code)

    def test_the_toolkits_packages_and_classes_are_completed(self):
        for code, match in (("import org.prmlab.ev", "evaluation."), ("Bootst", "Bootstrap")):
            self.assertIn(match, self.kernel.reply(self.kernel.client.complete(code))["matches"])

    def test_a_chart_is_a_picture_whose_text_does_not_change(self):
        texts = {self.run_ok("FirstLook.example().chart()").text for _ in range(2)}
        self.assertEqual(len(texts), 1)
        self.assertNotIn("@", texts.pop())


if __name__ == "__main__":
    unittest.main()

"""Completion, inspection, completeness, history, kernel_info."""

import unittest

from kernel_client import QUICK, RunningKernel, class_context


class Early(unittest.TestCase):
    def test_history_is_told_before_the_start_up_has_ended(self):
        with RunningKernel(env={**QUICK, "PRMLAB_STARTUP_SCRIPT": "Thread.sleep(20_000);"}) as kernel:
            request = kernel.client.history(hist_access_type="tail", n=1000)
            self.assertEqual(kernel.reply(request, timeout=10), {"status": "ok", "history": []})


class Insight(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = class_context(cls, RunningKernel(env=QUICK))
        cls.kernel.run('int alpha = 3; int twice(int n, String why) { return 2 * n; } class Zed { int q; }')

    def complete(self, code, cursor=None):
        return self.kernel.reply(self.kernel.client.complete(code, cursor))

    def inspect(self, code, cursor=None):
        return self.kernel.reply(self.kernel.client.inspect(code, cursor))

    def is_complete(self, code):
        return self.kernel.reply(self.kernel.client.is_complete(code))

    def test_a_variable_of_an_earlier_cell_is_completed(self):
        reply = self.complete("1 + alp")
        self.assertEqual((reply["matches"], reply["cursor_start"], reply["cursor_end"]), (["alpha"], 4, 7))

    def test_a_variable_of_the_same_cell_is_completed(self):
        self.assertIn("beta", self.complete("int beta = 1;\nbe")["matches"])
        self.assertIn("length()", self.complete('String s = "";\ns.le')["matches"])

    def test_cursors_count_code_points(self):
        reply = self.complete('"😀😀".le')
        self.assertEqual((reply["matches"], reply["cursor_start"]), (["length()"], 5))

    def test_a_cursor_in_the_middle_completes_what_is_before_it(self):
        self.assertEqual(self.complete("Math.ma + 1", 7)["matches"], ["max("])

    def test_magics_are_completed(self):
        self.assertIn("mavenRepo", self.complete("%mav")["matches"])
        self.assertIn("time", self.complete("%%ti")["matches"])

    def test_nothing_fits_nothing(self):
        self.assertEqual(self.complete("noSuchThing.x")["matches"], [])

    def test_methods_are_inspected_at_their_name_and_at_the_end_of_the_text(self):
        for code, cursor in (("Math.max", 8), ("Math.max", 6), ("Math.max(1, 2)", 7), ("Math.max(1, 2)", 14)):
            reply = self.inspect(code, cursor)
            self.assertTrue(reply["found"], (code, cursor))
            self.assertIn("int Math.max(int a, int b)", reply["data"]["text/plain"])

    def test_the_call_around_the_cursor_is_inspected(self):
        self.assertIn("twice(int n, String why)", self.inspect("twice(1, ")["data"]["text/plain"])

    def test_variables_and_classes_are_inspected(self):
        self.assertIn("int", self.inspect("alpha")["data"]["text/plain"])
        self.assertIn("Zed", self.inspect("Zed")["data"]["text/plain"])

    def test_an_unknown_name_is_not_found(self):
        reply = self.inspect("noSuchThing")
        self.assertEqual((reply["status"], reply["found"], reply["data"]), ("ok", False, {}))

    def test_completeness_is_told_with_an_indent(self):
        self.assertEqual(self.is_complete("1 + 1")["status"], "complete")
        self.assertEqual(self.is_complete('"abc')["status"], "invalid")
        reply = self.is_complete("void f() {\n  if (true) {")
        self.assertEqual((reply["status"], reply["indent"]), ("incomplete", " " * 8))

    def test_magics_are_complete(self):
        for code in ("%lsmagic", "%maven a:b:1", "!ls -l", "?Math.max", "%%html\n<b>x</b>", "%%time\nint q = 1;",
                     "%jars x/*.jar\nint r = 1;"):
            self.assertEqual(self.is_complete(code)["status"], "complete", code)
        for code in ("%%html", "%%time\nfor (;;) {", "%jars x.jar\nfor (;;) {"):
            self.assertEqual(self.is_complete(code)["status"], "incomplete", code)

    def test_packages_are_completed_in_imports(self):
        reply = self.complete("import java.util.con")
        self.assertEqual((reply["matches"], reply["cursor_start"]), (["concurrent."], len("import java.util.")))
        self.assertIn("java.", self.complete("import ja")["matches"])
        self.assertIn("AtomicInteger", self.complete("import java.util.concurrent.atomic.AtomicI")["matches"])

    def test_a_name_is_completed_below_a_magic(self):
        self.assertEqual(self.complete('%jars x/*.jar\nString s = "";\ns.le')["matches"], ["length()"])

    def test_what_a_cell_documents_is_in_the_tooltip(self):
        self.kernel.run(
            "/** Triples a number. */ int thrice(int n) { return 3 * n; }\n"
            "/** A shelf. */ class Shelf { /** How long it is. */ int length(int unit) { return unit; } }\n"
            "/** The best one. */ Shelf best = new Shelf();"
        )
        for code, comment in (("thrice", "Triples a number."), ("thrice(1", "Triples a number."),
                              ("best.length", "How long it is."), ("new Shelf(", "A shelf."), ("best", "The best one.")):
            self.assertIn(comment, self.inspect(code)["data"]["text/plain"], code)

    def test_a_question_opens_the_pager(self):
        for code in ("?Math.max", "Math.max?"):
            reply = self.kernel.run(code).reply
            self.assertEqual([page["source"] for page in reply["payload"]], ["page"])
            self.assertIn("int Math.max(int a, int b)", reply["payload"][0]["data"]["text/plain"])
        self.assertEqual(self.kernel.run("1").reply["payload"], [])
        self.assertIn("nothing is known of noSuchThing", self.kernel.run("?noSuchThing").reply["evalue"])

    def test_history_is_told_by_tail_range_and_search(self):
        ask = self.kernel.client.history
        self.kernel.run("40 + 2")
        tail = self.kernel.reply(ask(hist_access_type="tail", n=1, output=True))["history"]
        self.assertEqual(tail[0][2], ["40 + 2", "42"])
        first = self.kernel.reply(ask(hist_access_type="range", session=0, start=1, stop=2))["history"]
        self.assertEqual(first[0][:2], [1, 1])
        found = self.kernel.reply(ask(hist_access_type="search", pattern="40*", n=5))["history"]
        self.assertEqual([entry[2] for entry in found], ["40 + 2"])

    def test_kernel_info_has_a_status_and_names_java(self):
        content = self.kernel.reply(self.kernel.client.kernel_info())
        self.assertEqual(content["status"], "ok")
        self.assertEqual(content["language_info"]["name"], "java")

    def test_a_comm_that_nobody_takes_is_closed(self):
        client = self.kernel.client
        client.shell_channel.send(
            client.session.msg("comm_open", {"comm_id": "c1", "target_name": "none", "data": {}})
        )
        kinds = [kind for kind, _ in self.kernel.published(1)]
        self.assertIn("comm_close", kinds)


if __name__ == "__main__":
    unittest.main()

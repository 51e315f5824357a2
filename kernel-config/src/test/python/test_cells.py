"""Running cells: values, displays, output, errors, declarations."""

import re
import time
import unittest

from kernel_client import QUICK, RunningKernel, class_context


class Cells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = class_context(cls, RunningKernel(env=QUICK))

    def run_ok(self, code, **options):
        result = self.kernel.run(code, **options)
        self.assertEqual(result.status, "ok", result.reply)
        return result

    def run_error(self, code):
        result = self.kernel.run(code)
        self.assertEqual(result.status, "error", result.messages)
        return result

    def test_the_value_of_the_last_expression_is_shown(self):
        self.assertEqual(self.run_ok("int a = 20; a + 1").text, "21")

    def test_a_declaration_shows_nothing(self):
        self.assertEqual(self.run_ok("int b = 20;").data, {})

    def test_null_shows_nothing(self):
        self.assertEqual(self.run_ok("Object nothing = null; nothing").data, {})

    def test_default_imports_are_those_of_ijava(self):
        code = "new ArrayList<String>(); new StringReader(\"\"); BigInteger.ONE; new URL(\"http://a/\");"
        self.run_ok(code + " new ConcurrentHashMap<String, String>(); Pattern.compile(\"a\")")
        self.assertIn("Path", self.run_error('Path.of("a")').traceback)

    def test_arrays_show_their_elements(self):
        self.assertEqual(self.run_ok("new int[][] {{1, 2}, {3}}").text, "[[1, 2], [3]]")

    def test_html_is_displayed_and_its_id_is_what_display_returns(self):
        result = self.run_ok('String shownAs = display("<b>x</b>", "text/html"); shownAs')
        shown = result.of("display_data")[0]
        self.assertEqual(shown["data"]["text/html"], "<b>x</b>")
        self.assertEqual(shown["transient"]["display_id"], result.text)

    def test_a_display_is_updated_in_place(self):
        result = self.run_ok('String id = display("a"); updateDisplay(id, "b");')
        update = result.of("update_display_data")[0]
        self.assertEqual(update["data"]["text/plain"], "b")
        self.assertEqual(
            update["transient"]["display_id"],
            result.of("display_data")[0]["transient"]["display_id"],
        )

    def test_a_library_finds_the_host_by_reflection(self):
        result = self.run_ok(
            'Class.forName("org.dflib.jjava.jupyter.kernel.BaseNotebookStatics")'
            '.getMethod("display", Object.class, String[].class)'
            '.invoke(null, "<i>r</i>", new String[] {"text/html"});'
        )
        self.assertEqual(result.of("display_data")[0]["data"]["text/html"], "<i>r</i>")

    def test_display_and_update_take_mime_types(self):
        result = self.run_ok(
            'String id = display("a", "text/markdown"); updateDisplay(id, "b", "text/latex"); '
            'display(new java.awt.image.BufferedImage(2, 2, 1), "image/jpeg"); display("[1]", "application/json", "text/x-foo");'
        )
        first, image, json = [shown["data"] for shown in result.of("display_data")]
        self.assertEqual(first["text/markdown"], "a")
        self.assertEqual(result.of("update_display_data")[0]["data"]["text/latex"], "b")
        self.assertIn("image/jpeg", image)
        self.assertEqual(json, {"application/json": "[1]", "text/plain": "[1]"})

    def test_a_display_at_the_end_of_a_cell_shows_no_id(self):
        for code in ('display("x")', 'display("x");', 'int w = 1;\n// shown\ndisplay("(", "text/html"); // done'):
            result = self.run_ok(code)
            self.assertEqual(len(result.of("display_data")), 1)
            self.assertEqual(result.data, {}, code)

    def test_the_kernels_own_libraries_do_not_shadow_the_users(self):
        for name in ("com.google.gson.Gson", "org.zeromq.ZMQ", "org.slf4j.Logger", "org.eclipse.aether.RepositorySystem"):
            result = self.run_error(f'Class.forName("{name}")')
            self.assertEqual(result.reply["ename"], "java.lang.ClassNotFoundException")

    def test_output_can_be_cleared(self):
        result = self.run_ok('System.out.print("a"); kernel().clearOutput(); System.out.print("b");')
        kinds = [kind for kind, _ in result.messages if kind in ("stream", "clear_output")]
        self.assertEqual(kinds, ["stream", "clear_output", "stream"])

    def test_an_image_is_shown_as_png(self):
        result = self.run_ok("new java.awt.image.BufferedImage(3, 2, 2)")
        self.assertTrue(result.data["image/png"].startswith("iVBOR"))

    def test_render_gives_the_forms_of_an_object(self):
        data = self.run_ok('render("# t", "text/markdown")').data
        self.assertEqual(data["text/markdown"], "# t")

    def test_a_renderer_of_the_notebook_goes_first(self):
        self.run_ok("record Point(int x, int y) {}")
        self.run_ok(
            "import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;"
            "kernel().getRenderer().createRegistration(Point.class).preferring(MIMEType.TEXT_HTML)"
            '.register((p, c) -> c.renderIfRequested(MIMEType.TEXT_HTML, () -> "<p>" + p.x() + "</p>"));'
        )
        self.assertEqual(self.run_ok("new Point(3, 4)").data["text/html"], "<p>3</p>")

    def test_eval_runs_code_and_magics_inside_a_cell(self):
        self.assertEqual(self.run_ok('eval("3 + 4")').text, "7")
        self.assertEqual(self.run_ok('eval("%time 5 + 6")').text, "11")

    def test_printf_prints(self):
        self.assertEqual(self.run_ok('printf("%d-%s", 3, "x")').stdout, "3-x")

    def test_twenty_thousand_lines_arrive_in_order_in_few_messages(self):
        result = self.run_ok("for (int i = 0; i < 20000; i++) System.out.println(i);")
        self.assertEqual(result.stdout, "".join(f"{i}\n" for i in range(20000)))
        self.assertLess(len(result.of("stream")), 200)

    def test_ten_megabytes_of_output_arrive(self):
        result = self.run_ok('for (int i = 0; i < 10240; i++) System.out.print("x".repeat(1024));')
        self.assertEqual(len(result.stdout), 10 * 1024 * 1024)

    def test_stdout_and_stderr_keep_their_order(self):
        result = self.run_ok('System.out.print("a"); System.err.print("b"); System.out.print("c");')
        names = [(part["name"], part["text"]) for part in result.of("stream")]
        self.assertEqual(names, [("stdout", "a"), ("stderr", "b"), ("stdout", "c")])

    def test_output_comes_before_the_display_that_follows_it(self):
        result = self.run_ok('System.out.print("a"); display("d"); System.out.print("b"); 1')
        kinds = [kind for kind, _ in result.messages if kind not in ("status", "execute_input")]
        self.assertEqual(kinds, ["stream", "display_data", "stream", "execute_result"])

    def test_unicode_survives_in_both_directions(self):
        text = "grüße 中文 😀 e\u0301 \u202e"
        result = self.run_ok(f'String 中 = "{text}"; System.out.println(中); 中')
        self.assertEqual(result.stdout, text + "\n")
        self.assertEqual(result.text, text)

    def test_a_character_printed_byte_by_byte_is_not_broken(self):
        code = 'for (byte b : "😀é".getBytes("UTF-8")) { System.out.write(b); System.out.flush(); Thread.sleep(60); }'
        result = self.run_ok(code)
        self.assertEqual(result.stdout, "😀é")

    def test_threads_print_after_their_cell_has_ended(self):
        self.run_ok(
            'new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) {}'
            ' System.out.println("late"); }).start();'
        )
        late = [c for kind, c in self.kernel.published(1.5) if kind == "stream"]
        self.assertEqual([c["text"] for c in late], ["late\n"])

    def test_an_exception_keeps_its_name_message_causes_and_place(self):
        result = self.run_error(
            'void outer() {\n  throw new IllegalStateException("top", new RuntimeException("deep"));\n}\nouter();'
        )
        self.assertEqual(result.reply["ename"], "java.lang.IllegalStateException")
        self.assertEqual(result.reply["evalue"], "top")
        number = result.reply["execution_count"]
        self.assertIn(f"cell {number}, line 2 in outer", result.traceback)
        self.assertIn(f"cell {number}, line 4", result.traceback)
        self.assertIn("caused by: java.lang.RuntimeException: deep", result.traceback)
        self.assertNotIn("org.prmlab.kernel", result.traceback)

    def test_an_error_has_no_colour_that_a_theme_could_swallow(self):
        for code in ("int[] none = {}; none[3]", "int x = ;", "for (;;) {"):
            codes = set(re.findall(r"\x1b\[([0-9;]*)m", self.run_error(code).traceback))
            self.assertLessEqual(codes, {"1", "0"}, code)

    def assert_no_inner_name(self, *texts):
        for text in texts:
            self.assertNotIn("$JShell$", text)
            self.assertNotIn("REPL", text)

    def test_inner_names_of_jshell_reach_nobody(self):
        self.run_ok("class Hidden { int v; } Hidden hidden = null;")
        result = self.run_error("hidden.v")
        self.assertIn('because "hidden" is null', result.reply["evalue"])
        self.assert_no_inner_name(result.reply["evalue"], result.traceback)
        result = self.run_error("Object seen = new Hidden(); (String) seen")
        self.assertIn("class Hidden cannot be cast", result.reply["evalue"])
        self.assert_no_inner_name(result.reply["evalue"], result.traceback)
        result = self.run_ok("System.out.print(Hidden.class.getName()); new Hidden()")
        self.assertEqual(result.stdout, "Hidden")
        self.assertRegex(result.text, r"^Hidden@[0-9a-f]+$")
        result = self.run_ok('display(new Hidden() + "", "text/html");')
        self.assert_no_inner_name(result.of("display_data")[0]["data"]["text/html"])

    def test_a_printed_stack_trace_names_cells_and_lines(self):
        number = self.run_ok("void breaks() {\n  throw new IllegalStateException();\n}").reply["execution_count"]
        result = self.run_ok("try {\n  breaks();\n} catch (Exception e) { e.printStackTrace(); Thread.sleep(200); }")
        self.assertIn(f"at cell {number}, line 2 in breaks", result.stderr)
        self.assertIn(f"at cell {result.reply['execution_count']}", result.stderr)
        self.assert_no_inner_name(result.stderr)

    def test_an_error_in_a_thread_is_told_like_that_of_a_cell(self):
        code = 'class Deep { int v; } Deep deep = null;\nThread own = new Thread(() -> System.out.println(deep.v), "own");\nown.start(); own.join();'
        result = self.run_ok(code)
        number = result.reply["execution_count"]
        self.assertIn("error in thread own: ", result.stderr)
        self.assertIn('because "deep" is null', result.stderr)
        self.assertIn(f"at cell {number}, line 2", result.stderr)
        self.assert_no_inner_name(result.stderr)

    def test_streams_that_a_cell_leads_elsewhere_are_the_pages_again_after_it(self):
        redirect = "new PrintStream(new ByteArrayOutputStream())"
        result = self.run_ok(f'System.setOut({redirect}); System.setErr({redirect}); System.out.println("away");')
        self.assertEqual(result.stdout + result.stderr, "")
        result = self.run_ok('System.out.println("here"); System.err.println("there");')
        self.assertEqual((result.stdout, result.stderr), ("here\n", "there\n"))

    def test_a_class_of_another_shape_names_the_variables_it_takes_along(self):
        self.run_ok("class Shape { int a; } Shape shape = new Shape(); Shape[] shapes = {shape}; int kept = 3;")
        self.assertEqual(self.run_ok("class Shape { int a; }").stderr, "")
        told = self.run_ok("class Shape { int a; int b; }").stderr
        self.assertIn("Shape was declared again with another shape", told)
        self.assertEqual(sorted(told.strip().split(": ")[-1].split(", ")), ["shape", "shapes"])
        self.assertEqual(self.run_ok("kept").text, "3")

    def test_a_record_that_cannot_compile_gets_a_hint(self):
        for code in ("record P { P {", "record P { P { } }"):
            self.assertIn("a record names its components", self.run_error(code).traceback)
        result = self.run_error("record P(int x) { P { if (x < 0) throw new RuntimeException(); } }")
        self.assertIn("write public P { ... }", result.traceback)

    def test_an_exception_class_of_the_notebook_keeps_its_own_name(self):
        result = self.run_error('class Mine extends RuntimeException {} throw new Mine();')
        self.assertEqual(result.reply["ename"], "Mine")

    def test_a_compile_error_names_line_and_place(self):
        result = self.run_error('int fine = 1;\nString s = 5;')
        self.assertEqual(result.reply["ename"], "CompilationError")
        self.assertIn("incompatible types", result.reply["evalue"])
        self.assertIn("line 2", result.traceback)
        self.assertIn("String s = 5;", result.traceback)

    def test_a_name_that_nobody_declares_is_an_error(self):
        result = self.run_error("int calls() { return missing(); }")
        self.assertIn("missing", result.reply["evalue"])

    def test_a_cell_that_does_not_end_is_not_run(self):
        result = self.run_error("for (int i = 0; i < 3; i++) {")
        self.assertEqual(result.reply["ename"], "IncompleteSource")

    def test_an_error_in_to_string_leaves_the_kernel_alive(self):
        result = self.run_error(
            'new Object() { public String toString() { throw new StackOverflowError("ts"); } }'
        )
        self.assertEqual(result.reply["ename"], "java.lang.StackOverflowError")
        self.assertEqual(self.run_ok("1 + 1").text, "2")

    def test_a_stack_overflow_is_an_error_and_the_kernel_lives(self):
        result = self.run_error("int deep(int n) { return deep(n + 1) + 1; } deep(0)")
        self.assertEqual(result.reply["ename"], "java.lang.StackOverflowError")
        self.assertIn("does a method call itself without an end?", result.traceback)
        self.assertLess(len(result.traceback), 10_000)
        self.assertEqual(self.run_ok("3 + 3").text, "6")

    def test_system_exit_ends_the_cell_and_not_the_kernel(self):
        result = self.run_error('System.out.println("before"); System.exit(3);')
        self.assertEqual(result.stdout, "before\n")
        self.assertEqual(result.reply["ename"], "CellExit")
        self.assertIn("use the front end's shut-down command", result.reply["evalue"])
        self.assertEqual(self.run_ok("2 + 2").text, "4")

    def test_classes_of_one_cell_may_need_each_other(self):
        self.run_ok("class Hen { Egg egg; } class Egg { Hen hen; }")
        self.run_ok("new Hen().egg = new Egg();")

    def test_a_method_declared_again_keeps_the_variables_computed_with_it(self):
        self.run_ok("int rate() { return 1; } int total = rate();")
        self.run_ok("int rate() { return 2; }")
        self.assertEqual(self.run_ok("List.of(total, rate())").text, "[1, 2]")

    def test_a_class_whose_bodies_change_keeps_its_objects(self):
        self.run_ok("class Box { int size() { return 1; } } Box box = new Box();")
        self.run_ok("class Box { int size() { return 2; } }")
        self.assertEqual(self.run_ok("box.size()").text, "2")

    def test_a_silent_request_publishes_nothing_and_counts_nothing(self):
        before = self.run_ok("1").reply["execution_count"]
        silent = self.run_ok("int quiet = 7; quiet", silent=True)
        self.assertEqual(silent.of("execute_result") + silent.of("execute_input"), [])
        self.assertEqual(self.run_ok("quiet").reply["execution_count"], before + 1)

    def test_cells_queued_behind_a_failing_one_are_aborted(self):
        requests = [
            self.kernel.client.execute(code) for code in ("Thread.sleep(300); int z = 0; 1 / z", "1", "2")
        ]
        statuses = [self.kernel.reply(request)["status"] for request in requests]
        self.assertEqual(statuses, ["error", "aborted", "aborted"])
        self.assertEqual(self.run_ok("3").text, "3")

    def test_cells_queued_behind_a_failing_one_run_if_errors_are_allowed(self):
        requests = [
            self.kernel.client.execute(code, stop_on_error=False)
            for code in ("Thread.sleep(300); int z = 0; 1 / z", "1")
        ]
        statuses = [self.kernel.reply(request)["status"] for request in requests]
        self.assertEqual(statuses, ["error", "ok"])

    def test_typed_input_reaches_the_cell(self):
        client = self.kernel.client
        request = client.execute(
            'var scanner = new Scanner(System.in); scanner.nextLine() + scanner.nextLine()',
            allow_stdin=True,
        )
        for line in ("größe", "😀"):
            question = client.get_stdin_msg(timeout=20)
            self.assertEqual(question["msg_type"], "input_request")
            client.input(line)
        self.assertEqual(self.kernel.result(request).text, "größe😀")

    def test_input_without_a_front_end_that_can_ask_is_an_error(self):
        result = self.kernel.run("System.in.read()", allow_stdin=False)
        self.assertEqual(result.reply["ename"], "java.io.IOException")
        self.assertIn("allow_stdin", result.reply["evalue"])

    def test_a_registered_extension_of_the_class_path_is_not_needed(self):
        self.assertIn("JavaKernel", self.run_ok("kernel().getClass().getSimpleName()").text)
        self.assertEqual(self.run_ok("getKernelInstance() == kernel()").text, "true")

    def test_a_thousand_cells_in_a_row_stay_fast(self):
        self.run_ok("long sum = 0;")
        started = time.monotonic()
        for i in range(1000):
            self.run_ok(f"sum += {i};")
        print(f"1,000 cells: {time.monotonic() - started:.1f} s", flush=True)
        self.assertEqual(self.run_ok("sum").text, "499500")


class Memory(unittest.TestCase):
    def test_values_of_last_expressions_are_freed(self):
        with RunningKernel(env={"JAVA_TOOL_OPTIONS": "-Xmx300m -XX:TieredStopAtLevel=1"}) as kernel:
            for _ in range(12):
                result = kernel.run("new byte[100_000_000]")
                self.assertEqual(result.status, "ok", result.reply)

    def test_out_of_memory_is_an_error_and_the_kernel_lives(self):
        with RunningKernel(env={"JAVA_TOOL_OPTIONS": "-Xmx300m -XX:TieredStopAtLevel=1"}) as kernel:
            result = kernel.run("var hoard = new ArrayList<long[]>(); while (true) hoard.add(new long[1_000_000]);")
            self.assertEqual(result.reply["ename"], "java.lang.OutOfMemoryError")
            self.assertIn("the Java heap is full (at most 300 MiB)", result.traceback)
            self.assertIn("JAVA_TOOL_OPTIONS=-Xmx", result.traceback)
            self.assertEqual(kernel.run("hoard = null; 7").text, "7")


if __name__ == "__main__":
    unittest.main()

"""Interrupt, restart, shutdown, crashes, time limits."""

import re
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
import unittest.mock
from pathlib import Path

from kernel_client import RunningKernel, class_context


def assert_quiet(test, kernel):
    """No thread goes on computing, once the compiler and the preparation of completion have ended."""
    used = []
    for _ in range(15):
        before = kernel.cpu_seconds()
        time.sleep(2)
        used.append(kernel.cpu_seconds() - before)
        if used[-1] < 1:
            return
    test.fail(f"processor seconds in each two seconds: {used}")


def newer_java():
    """The newest JDK beside the one in use that can no longer stop threads; None if there is none."""
    found = {}
    for release in Path("/usr/lib/jvm").glob("*/release"):
        version = re.search(r'JAVA_VERSION="(\d+)', release.read_text())
        if version and int(version.group(1)) >= 20 and (release.parent / "bin" / "javac").exists():
            found[int(version.group(1))] = release.parent
    return found[max(found)] if found else None


@unittest.skipUnless(sys.platform == "linux" and newer_java(), "no JDK of 20 or later in /usr/lib/jvm")
class InterruptOnNewerJava(unittest.TestCase):
    """Where the virtual machine cannot stop threads, compiled cells stop themselves."""

    @classmethod
    def setUpClass(cls):
        with unittest.mock.patch.dict("os.environ", {"JAVA_HOME": str(newer_java())}):
            cls.kernel = class_context(cls, RunningKernel())

    def test_busy_cells_really_end(self):
        self.assertGreater(int(self.kernel.run("Runtime.version().feature()").text), 19)
        self.kernel.run("long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } int kept = 5;")
        for code in ("while (true) {}", "fib(90)", "while (true) { try { while (true) {} } catch (Throwable t) {} }",
                     "java.util.stream.LongStream.generate(() -> 1).forEach(one -> {});"):
            result = self.kernel.run(code, interrupt_after=0.5)
            self.assertEqual(result.reply["ename"], "CellInterruption", code)
            self.assertNotIn("does not stop", result.reply["evalue"])
        assert_quiet(self, self.kernel)
        self.assertEqual(self.kernel.run("kept + fib(10)").text, "60")

    def test_what_a_library_does_is_said_to_use_a_core(self):
        result = self.kernel.run(
            "java.math.BigInteger.TWO.pow(2_000_000_000 / 40).modPow(java.math.BigInteger.TEN.pow(30_000_0), "
            "java.math.BigInteger.TEN.pow(30_000_1).add(java.math.BigInteger.ONE))", interrupt_after=0.5)
        self.assertIn("goes on using a core until the kernel is restarted", result.reply["evalue"])
        self.assertEqual(self.kernel.run("1").text, "1")


class Interrupt(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = class_context(cls, RunningKernel())

    def interrupted(self, code):
        result = self.kernel.run(code, interrupt_after=0.5)
        self.assertEqual(result.status, "error")
        self.assertEqual(self.kernel.run("6 * 7").text, "42")
        return result

    def test_a_sleeping_cell_ends(self):
        self.interrupted("Thread.sleep(600_000);")

    def test_a_busy_loop_really_ends(self):
        result = self.interrupted("while (true) {}")
        self.assertEqual(result.reply["ename"], "CellInterruption")
        if sys.platform == "linux":
            assert_quiet(self, self.kernel)

    def test_a_loop_that_catches_everything_is_ended_or_left_behind(self):
        self.interrupted("while (true) { try { while (true) {} } catch (Throwable t) {} }")

    def test_an_interrupted_to_string_ends(self):
        self.interrupted("new Object() { public String toString() { while (true) {} } }")

    def test_waiting_for_input_ends(self):
        request = self.kernel.client.execute("System.in.read()", allow_stdin=True)
        self.kernel.client.get_stdin_msg(timeout=20)
        self.kernel.manager.interrupt_kernel()
        self.assertEqual(self.kernel.result(request).status, "error")
        self.assertEqual(self.kernel.run("1").text, "1")

    def test_the_statements_after_an_interrupted_one_do_not_run(self):
        self.interrupted('try { Thread.sleep(600_000); } catch (InterruptedException e) {}\nint after = 1;')
        self.assertEqual(self.kernel.run("after").status, "error")

    def test_variables_survive(self):
        self.kernel.run("int kept = 5;")
        self.interrupted("while (true) {}")
        self.assertEqual(self.kernel.run("kept").text, "5")

    def test_a_cell_interrupted_while_it_is_compiled_does_not_run(self):
        declarations = " ".join(f"int f{i}(int a) {{ return a; }}" for i in range(40))
        result = self.kernel.run(declarations + "\nwhile (true) {}", interrupt_after=0.1)
        self.assertEqual(result.reply["ename"], "CellInterruption")
        self.assertEqual(self.kernel.run("3").text, "3")

    def test_an_idle_kernel_does_not_mind(self):
        self.kernel.manager.interrupt_kernel()
        time.sleep(0.3)
        self.assertEqual(self.kernel.run("8").text, "8")


class Lifecycle(unittest.TestCase):
    def test_shutdown_is_quick_and_leaves_nothing(self):
        with RunningKernel() as kernel:
            kernel.run("var worker = new Thread(() -> { while (true) {} }); worker.start();")
            started = time.monotonic()
            kernel.manager.shutdown_kernel()
            print(f"exit after shutdown: {time.monotonic() - started:.2f} s", flush=True)
            self.assertFalse(kernel.manager.is_alive())

    def test_restart_forgets_variables_and_works(self):
        with RunningKernel() as kernel:
            kernel.run("int old = 1;")
            kernel.manager.restart_kernel()
            kernel.connect()
            self.assertEqual(kernel.run("old").status, "error")
            self.assertEqual(kernel.run("int fresh = 2; fresh").text, "2")

    def test_an_exit_in_a_library_is_told_and_a_restart_heals(self):
        with RunningKernel(log=subprocess.DEVNULL) as kernel:
            kernel.run("int kept = 1;")
            result = kernel.run('System.out.println("before"); org.prmlab.kernel.Main.main(new String[0]);')
            self.assertEqual(result.stdout, "before\n")
            self.assertEqual(result.reply["ename"], "ProcessExit")
            self.assertIn("org.prmlab.kernel.Main.main made the process exit", result.reply["evalue"])
            self.assertIn("restart it", result.reply["evalue"])
            self.assert_gone(kernel)
            kernel.manager.restart_kernel()
            kernel.connect()
            self.assertEqual(kernel.run("1 + 1").text, "2")

    def test_an_exit_in_a_background_thread_is_told(self):
        with RunningKernel(log=subprocess.DEVNULL) as kernel:
            kernel.run(
                "new Thread(() -> { try { Thread.sleep(500); org.prmlab.kernel.Main.main(new String[0]); }"
                " catch (Exception e) {} }).start();"
            )
            told = "".join(c["text"] for kind, c in kernel.published(5) if kind == "stream")
            self.assertIn("made the process exit", told)
            self.assert_gone(kernel)

    def assert_gone(self, kernel):
        deadline = time.monotonic() + 30
        while kernel.manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertFalse(kernel.manager.is_alive())

    def test_a_native_crash_ends_the_kernel_and_a_restart_heals(self):
        with RunningKernel(log=subprocess.DEVNULL) as kernel:
            kernel.client.execute(
                'var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");'
                "field.setAccessible(true);"
                "((sun.misc.Unsafe) field.get(null)).putAddress(0, 0);"
            )
            pid = kernel.pid
            self.assert_gone(kernel)
            report = Path(tempfile.gettempdir(), f"prmlab-kernel-{pid}.log")
            self.assertIn("putAddress", report.read_text(errors="replace"))
            report.unlink()
            kernel.manager.restart_kernel()
            kernel.connect()
            self.assertEqual(kernel.run("1 + 1").text, "2")
            self.assertEqual(list(Path.cwd().glob("hs_err*")), [])

    @unittest.skipUnless(sys.platform == "linux", "needs /proc")
    def test_a_killed_front_end_leaves_no_kernel(self):
        script = textwrap.dedent(
            """
            import os, sys
            sys.path.insert(0, sys.argv[1])
            from kernel_client import RunningKernel, class_context
            kernel = RunningKernel().__enter__()
            print(kernel.pid, flush=True)
            os.kill(os.getpid(), 9)
            """
        )
        here = str(Path(__file__).parent)
        front_end = subprocess.run([sys.executable, "-c", script, here], capture_output=True, text=True)
        pid = int(front_end.stdout)
        deadline = time.monotonic() + 10
        while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertFalse(Path(f"/proc/{pid}").exists())

    def test_a_statement_ends_at_its_time_limit(self):
        with RunningKernel(env={"IJAVA_TIMEOUT": "300 MILLISECONDS"}) as kernel:
            result = kernel.run("while (true) {}")
            self.assertEqual(result.status, "error")
            self.assertIn("300 ms", result.reply["evalue"])
            self.assertEqual(kernel.run("1").text, "1")


if __name__ == "__main__":
    unittest.main()

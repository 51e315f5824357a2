"""Kernelspecs: ours, and those of the stock kernels with the toolkit."""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

from kernel_client import JAR, MODULE, RunningKernel, install, java, test_context

TOOLKIT = sorted(MODULE.parent.glob("toolkit/target/prmlab-toolkit-*[0-9].jar"))
NOTEBOOKS = MODULE.parent / "notebooks"
LIBRARIES = MODULE.parent / "toolkit" / "target" / "lib"
CLASS_PATH = f"{TOOLKIT[0]}{os.pathsep}{LIBRARIES}/*" if TOOLKIT else ""
SHOWN = 'View.ofText("plain").withHtml("<b>rich</b>").withSvg("<svg/>").withPng(new byte[] {1, 2})'


def spec(folder, name):
    return json.loads(Path(folder, name, "kernel.json").read_text())


class Install(unittest.TestCase):
    def setUp(self):
        self.folder = test_context(self, tempfile.TemporaryDirectory())

    def run_install(self, *options):
        return subprocess.run(
            [java(), "-jar", str(JAR), "install", *options], capture_output=True, text=True
        )

    def test_the_kernelspec_asks_for_interrupts_by_message(self):
        kernels = install(self.folder, "--classpath", "a.jar", "--env", "X=y=z")
        found = spec(kernels, "prmlab")
        self.assertEqual(found["interrupt_mode"], "message")
        self.assertEqual(found["display_name"], "Java (prmlab)")
        self.assertEqual(found["language"], "java")
        wanted = {"OPT_OUT_TRACKING": "true", "PRMLAB_CLASSPATH": "a.jar", "X": "y=z"}
        self.assertEqual(found["env"], wanted)

    def test_an_archive_of_classes_is_used_and_not_required(self):
        outcome = self.run_install("--prefix", self.folder)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        kernels = Path(self.folder, "share", "jupyter", "kernels")
        archive = kernels / "prmlab" / "kernel.jsa"
        self.assertIn(f"-XX:SharedArchiveFile={archive}", spec(kernels, "prmlab")["argv"])
        for prepare in (lambda: None, lambda: archive.chmod(0o600) or archive.write_bytes(b"junk"), archive.unlink):
            prepare()
            with RunningKernel(kernels=kernels) as kernel:
                self.assertEqual(kernel.run("1 + 1").text, "2")

    def test_wrong_options_say_what_is_expected(self):
        for options, message in (
            (["--prefix", "x", "--stock", "y"], "--stock goes with"),
            ([], "exactly one of --prefix"),
            (["--prefix"], "--prefix needs a value"),
            (["--prefix", "x", "--user"], "exactly one of"),
            (["--prefix", "x", "--kernel", "lisp"], "embedded, ijava, jjava"),
            (["--prefix", "x", "--env", "A"], "expected NAME=VALUE"),
            (["--fast"], "unknown option --fast"),
        ):
            outcome = self.run_install(*options)
            self.assertEqual(outcome.returncode, 2, options)
            self.assertIn(message, outcome.stderr)

    def stock_spec(self, folder, argv):
        folder = Path(self.folder, folder)
        folder.mkdir(parents=True)
        (folder / "kernel.json").write_text(json.dumps({"argv": argv, "language": "java"}))
        return folder

    def stock_install(self, *options, kernel="ijava"):
        return self.run_install("--prefix", str(Path(self.folder, "to")), "--kernel", kernel, *options)

    def test_a_stock_kernel_is_known_by_what_it_starts(self):
        python = self.stock_spec("ijava/kernels/python3", [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"])
        outcome = self.stock_install("--stock", str(python))
        self.assertEqual(outcome.returncode, 1)
        self.assertRegex(outcome.stderr, r"kernel.json: starts .*ipykernel_launcher.* which is not ijava\n$")
        outcome = self.stock_install("--stock", str(python.parent))
        self.assertIn("starts ijava", outcome.stderr)
        jar = Path(self.folder, "ijava-1.3.0.jar")
        jar.write_bytes(b"")
        self.stock_spec("ijava/kernels/java", ["java", "-jar", str(jar), "{connection_file}"])
        for given in (python.parent, python.parent.parent, python.parent / "java"):
            outcome = self.stock_install("--stock", str(given))
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            kernels = Path(self.folder, "to", "share", "jupyter", "kernels")
            self.assertEqual(spec(kernels, "prmlab-ijava")["argv"][2], str(jar))

    def test_an_unfinished_kernelspec_is_refused_in_one_line(self):
        template = self.stock_spec("zip/java", ["java", "-jar", "@KERNEL_INSTALL_DIRECTORY@/ijava-1.3.0.jar", "{connection_file}"])
        for given in (template, template.parent):
            outcome = self.stock_install("--stock", str(given))
            self.assertEqual((outcome.returncode, outcome.stderr.count("\n")), (1, 1), outcome.stderr)
            self.assertIn("is a placeholder; run the install script", outcome.stderr)
        (template / "kernel.json").write_text('{"argv": ["java", ')
        outcome = self.stock_install("--stock", str(template))
        self.assertEqual(outcome.stderr, f"{template}/kernel.json: not a finished kernelspec: it is not JSON\n")
        outcome = self.stock_install("--stock", str(template / "nowhere"))
        self.assertIn("no such folder; --stock expects", outcome.stderr)
        self.assertFalse(Path(self.folder, "to").exists())

    def test_an_archive_that_could_not_be_made_is_told_and_made_at_the_next_start(self):
        no_sharing = {**os.environ, "JAVA_TOOL_OPTIONS": "-Xshare:off"}
        outcome = subprocess.run([java(), "-jar", str(JAR), "install", "--prefix", self.folder],
                                 env=no_sharing, capture_output=True, text=True)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("the archive of classes, which makes starts quicker, could not be made: ", outcome.stderr)
        self.assertIn("the kernel makes it when it is next started", outcome.stderr)
        kernels = Path(self.folder, "share", "jupyter", "kernels")
        archive = kernels / "prmlab" / "kernel.jsa"
        self.assertFalse(archive.exists())
        with RunningKernel(kernels=kernels) as kernel:
            self.assertEqual(kernel.run("1 + 1").text, "2")
            deadline = time.monotonic() + 90
            while not archive.exists() and time.monotonic() < deadline:
                time.sleep(0.2)
        self.assertEqual([file.name for file in archive.parent.glob("kernel.jsa*")], ["kernel.jsa"])

    def test_a_stock_kernel_that_is_not_there_is_named(self):
        outcome = self.run_install("--prefix", self.folder, "--kernel", "jjava")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("pip install jjava", outcome.stderr)

    def test_a_connection_file_that_is_none_is_an_error(self):
        file = Path(self.folder, "c.json")
        file.write_text("[]")
        outcome = subprocess.run([java(), "-jar", str(JAR), str(file)], capture_output=True, text=True)
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("not a Jupyter connection file", outcome.stderr)


@unittest.skipUnless(TOOLKIT, "the toolkit is not built")
class WithToolkit(unittest.TestCase):
    """Both stock kernels are stood in for by ours, which shares their names, variables and interfaces."""

    def assert_views(self, kernel):
        result = kernel.run(SHOWN)
        self.assertEqual(result.status, "ok", result.reply)
        self.assertEqual(result.text, "plain")
        self.assertEqual(result.data["text/html"], "<b>rich</b>")
        self.assertEqual(result.data["image/svg+xml"], "<svg/>")
        self.assertEqual(result.data["image/png"], "AQI=")
        shown = kernel.run(f"display({SHOWN});").of("display_data")[0]
        self.assertEqual(shown["data"]["text/html"], "<b>rich</b>")
        self.assertEqual(kernel.run('"text"').data, {"text/plain": "text"})

    def stock(self, name):
        """A folder with a kernelspec that looks like a stock kernel's and starts ours."""
        folder = test_context(self, tempfile.TemporaryDirectory())
        kernels = install(folder)
        found = spec(kernels, "prmlab")
        jar = Path(folder, f"{name}.jar")
        jar.symlink_to(JAR)
        found["argv"] = [str(jar) if argument == str(JAR) else argument for argument in found["argv"]]
        found["env"] = {f"{name.upper()}_CLASSPATH": "own.jar"}
        (kernels / name).mkdir()
        (kernels / name / "kernel.json").write_text(json.dumps(found))
        options = ["--prefix", folder, "--kernel", name, "--classpath", CLASS_PATH]
        subprocess.run([java(), "-jar", str(JAR), "install", *options], check=True, capture_output=True)
        return kernels

    def test_the_kernel_shows_the_toolkits_views_without_an_import(self):
        with RunningKernel("--classpath", CLASS_PATH) as kernel:
            self.assert_views(kernel)

    def test_jjava_gets_the_toolkit_and_an_extension_that_shows_its_views(self):
        kernels = self.stock("jjava")
        found = spec(kernels, "prmlab-jjava")
        self.assertEqual(found["display_name"], "Java (JJava, prmlab)")
        self.assertTrue(found["env"]["JJAVA_CLASSPATH"].startswith(CLASS_PATH))
        self.assertTrue(found["env"]["JJAVA_CLASSPATH"].endswith("own.jar"))
        with RunningKernel(kernels=kernels, name="prmlab-jjava") as kernel:
            code = (
                "import org.dflib.jjava.jupyter.kernel.BaseKernel;\n"
                'var field = BaseKernel.class.getDeclaredField("extensions");\n'
                "field.setAccessible(true);\n"
                "((Map<String, Object>) field.get(kernel())).keySet().toString()"
            )
            self.assertEqual(kernel.run(code).text, "[org.prmlab.kernel.display.ViewsExtension]")
            self.assert_views(kernel)

    def test_ijava_gets_the_toolkit_and_a_script_that_shows_its_views(self):
        kernels = self.stock("ijava")
        script = Path(spec(kernels, "prmlab-ijava")["env"]["IJAVA_STARTUP_SCRIPTS_PATH"])
        text = script.read_text()
        self.assertIn("import org.prmlab.notebook.*;", text)
        self.assertIn("io.github.spencerpark.jupyter", text)
        script.write_text(text.replace("io.github.spencerpark.jupyter", "org.dflib.jjava.jupyter"))
        with RunningKernel(kernels=kernels, name="prmlab-ijava") as kernel:
            self.assert_views(kernel)

    def test_the_script_for_ijava_suits_its_real_renderer(self):
        """The library under IJava is on Maven Central, IJava itself is not."""
        script = Path(spec(self.stock("ijava"), "prmlab-ijava")["env"]["IJAVA_STARTUP_SCRIPTS_PATH"])
        registration = script.read_text().split("getKernelInstance().getRenderer()")[1]
        with RunningKernel("--classpath", CLASS_PATH) as kernel:
            library = kernel.run("%maven io.github.spencerpark:jupyter-jvm-basekernel:2.3.0", timeout=120)
            if library.status != "ok":
                self.skipTest("jupyter-jvm-basekernel cannot be had here")
            kernel.run("var stock = new io.github.spencerpark.jupyter.kernel.display.Renderer();")
            self.assertEqual(kernel.run(f"stock{registration}").status, "ok")
            kernel.run(
                "import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;\n"
                "List<Object> forms(Object value) { var data = stock.render(value); var all = new ArrayList<Object>();\n"
                '  for (String type : List.of("text/plain", "text/html", "image/svg+xml", "image/png"))\n'
                "    all.add(data.getData(MIMEType.parse(type)));\n"
                "  return all; }"
            )
            self.assertEqual(kernel.run(f"forms({SHOWN})").text, "[plain, <b>rich</b>, <svg/>, AQI=]")
            self.assertEqual(kernel.run('forms("text")').text, "[text, null, null, null]")
            self.assertEqual(kernel.run("forms(List.of(1, 2))").text, "[[1, 2], null, null, null]")
            tables = kernel.run("forms(FirstLook.example().allScores()).get(1)").text
            self.assertIn("<table", tables)


class StockNotebooks(unittest.TestCase):
    """Runs where ./prmlab kernel install --kernel ijava or jjava was run for this Jupyter."""

    def test_imports_stand_in_the_first_code_cell(self):
        """On stock IJava an import in a later cell resets variables, as JShell has it."""
        for file in sorted(NOTEBOOKS.rglob("*.ipynb")):
            cells = [cell for cell in json.loads(file.read_text())["cells"] if cell["cell_type"] == "code"]
            late = [line for cell in cells[1:] for line in cell["source"] if line.startswith("import ")]
            self.assertEqual(late, [], file.name)

    def test_the_notebooks_say_the_same_on_installed_stock_kernels(self):
        known = KernelSpecManager().find_kernel_specs()
        installed = [name for name in ("prmlab-ijava", "prmlab-jjava") if name in known]
        if not installed:
            self.skipTest("no stock kernel is installed; ./prmlab kernel install --kernel jjava --user")
        notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
        self.assertEqual(len(notebooks), 12)
        environment = {**os.environ, "PRMLAB_HOME": str(MODULE.parent)}
        environment.pop("PRMLAB_REAL_DATA", None)
        for name in installed:
            with self.subTest(kernel=name), tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, MODULE / "execute.py", "--out", folder, "--check", "--kernel", name]
                outcome = subprocess.run([*command, *notebooks], env=environment, capture_output=True, text=True)
                self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr[-4000:])


if __name__ == "__main__":
    unittest.main()

"""Magics, environment variables and start-up scripts."""

import json
import tempfile
import unittest
import zipfile
from pathlib import Path

from kernel_client import QUICK, RunningKernel, class_context


class Magics(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(class_context(cls, tempfile.TemporaryDirectory()))
        cls.kernel = class_context(cls, RunningKernel(cwd=str(cls.folder), env=QUICK))
        with zipfile.ZipFile(cls.folder / "words.jar", "w") as jar:
            jar.writestr("words/hello.txt", "hi")

    def ok(self, code):
        result = self.kernel.run(code)
        self.assertEqual(result.status, "ok", result.reply)
        return result

    def error(self, code):
        result = self.kernel.run(code)
        self.assertEqual(result.status, "error")
        return result.reply

    def test_jars_adds_what_the_pattern_finds_and_returns_it(self):
        self.assertEqual(self.ok("List<String> added = %jars w*.jar\nadded.size()").text, "1")
        code = 'Thread.currentThread().getContextClassLoader().getResource("words/hello.txt") != null'
        self.assertEqual(self.ok(code).text, "true")

    def test_magics_are_functions_too(self):
        self.assertEqual(self.ok('List<String> found = lineMagic("jars", List.of("w*.jar")); found.size()').text, "1")
        code = 'cellMagic("loadFromPOM", List.of(), "<repositories></repositories>")'
        self.assertEqual(self.ok(code).data, {})

    def test_classpath_takes_folders(self):
        (self.folder / "res" / "p").mkdir(parents=True)
        (self.folder / "res" / "p" / "a.txt").write_text("x")
        self.ok("%classpath res")
        code = 'Thread.currentThread().getContextClassLoader().getResource("p/a.txt") != null'
        self.assertEqual(self.ok(code).text, "true")

    def test_a_pattern_without_files_is_an_error(self):
        self.assertIn("matches no file", self.error("%jars none*.jar")["evalue"])

    def test_load_runs_scripts_and_notebooks(self):
        (self.folder / "one.jshell").write_text("int fromScript = 11;\n")
        cells = [
            {"cell_type": "markdown", "source": ["# no code"]},
            {"cell_type": "code", "source": ["int fromNotebook =\n", "  22;"]},
        ]
        (self.folder / "two.ipynb").write_text(json.dumps({"cells": cells}))
        self.ok("%load one\n%load two.ipynb")
        self.assertEqual(self.ok("fromScript + fromNotebook").text, "33")

    def test_load_names_what_it_did_not_find(self):
        self.assertIn("no such file", self.error("%load nowhere")["evalue"])

    def test_time_tells_the_times_and_keeps_the_value(self):
        for code in ("%time 3 + 4", "%%time\nint seven = 7;\nseven"):
            result = self.ok(code)
            self.assertEqual(result.text, "7")
            self.assertIn("Wall time:", result.of("display_data")[0]["data"]["text/plain"])

    def test_an_unknown_magic_is_named(self):
        self.assertRegex(self.error("%nix")["evalue"], "^Undefined line magic 'nix'; there are %.*%jars, %load, ")
        self.assertRegex(self.error("%%nix\nx")["evalue"], "^Undefined cell magic 'nix'; there are %%.*%%html, ")
        self.assertIn("there is %%html, which begins a cell", self.error("%html")["evalue"])

    def test_lsmagic_lists_the_magics(self):
        text = self.ok("%lsmagic").stdout
        for name in ("%jars", "%maven", "%time", "%%html", "%%writefile", "!command", "?name"):
            self.assertIn(name, text)

    def test_cells_of_other_languages_are_shown(self):
        for name, kind in (("html", "text/html"), ("markdown", "text/markdown"), ("svg", "image/svg+xml"),
                           ("latex", "text/latex"), ("javascript", "application/javascript")):
            shown = self.ok(f"%%{name}\n<b>one</b>\n\"two\"").of("display_data")
            self.assertEqual([one["data"][kind] for one in shown], ['<b>one</b>\n"two"'])
        self.assertIn("nothing follows %%html", self.error("%%html")["evalue"])

    def test_writefile_writes_and_appends(self):
        file = self.folder / "notes.txt"
        self.assertEqual(self.ok("%%writefile notes.txt\none\n\ttwo \\n").stdout, "wrote notes.txt, 2 lines\n")
        self.assertEqual(file.read_text(), "one\n\ttwo \\n\n")
        self.assertEqual(self.ok("%%writefile -a notes.txt\nthree").stdout, "appended to notes.txt, 1 lines\n")
        self.assertEqual(self.ok("%%writefile notes.txt\nfour").stdout, "overwrote notes.txt, 1 lines\n")
        self.assertEqual(file.read_text(), "four\n")
        self.assertIn("%%writefile [-a] FILE", self.error("%%writefile\nx")["evalue"])

    def test_commands_of_the_shell_run(self):
        result = self.ok("int before = 1;\n!echo out; echo oops >&2; exit 3\nbefore + 1")
        self.assertEqual((result.stdout, result.text), ("out\n", "2"))
        self.assertEqual(result.stderr, "oops\nthe command ended with exit code 3\n")
        self.assertEqual(self.ok("%%sh\nfor i in 1 2; do\n  echo $i\ndone").stdout, "1\n2\n")
        self.assertEqual(self.ok("boolean ready = false;\n!ready").text, "true")

    def test_an_interrupted_command_ends(self):
        result = self.kernel.run("!sleep 600 && echo late", interrupt_after=0.5)
        self.assertEqual((result.status, result.stdout), ("error", ""))
        self.assertEqual(self.ok("!pgrep -f 'sleep 60[0] ' || echo none").stdout.strip(), "none")

    def test_a_percent_sign_in_text_is_no_magic(self):
        self.assertEqual(self.ok('String t = """\n%nix\n"""; t').text, "%nix\n")
        self.assertEqual(self.ok("int rest = 7 % 4; // = %nix\nrest").text, "3")

    def test_an_error_in_a_magic_shows_the_line_and_no_machinery(self):
        result = self.kernel.run("int before = 1;\n%jars none*.jar")
        self.assertIn("line 2", result.traceback)
        self.assertIn("%jars none*.jar", result.traceback)
        self.assertNotIn("org.prmlab.kernel", result.traceback)

    def test_wrong_coordinates_are_explained(self):
        self.assertIn("expected group:artifact", self.error("%maven nonsense")["evalue"])


class Maven(unittest.TestCase):
    """Needs a repository, or the libraries in the local one: slf4j-api is there once this was built."""

    @classmethod
    def setUpClass(cls):
        cls.kernel = class_context(cls, RunningKernel(env=QUICK))

    def ok(self, code):
        result = self.kernel.run(code, timeout=120)
        self.assertEqual(result.status, "ok", result.reply)
        return result

    def test_maven_adds_a_library_with_what_it_needs(self):
        self.ok("%maven com.fasterxml.jackson.core:jackson-databind:2.21.8")
        self.assertEqual(
            self.ok('new com.fasterxml.jackson.databind.ObjectMapper().readTree("[1]").size()').text, "1"
        )

    def test_a_library_that_is_here_in_another_version_is_named_and_not_mixed_in(self):
        self.ok("%maven org.slf4j:slf4j-api:2.0.17")
        told = self.ok("%maven org.slf4j:slf4j-api:2.0.16").stderr
        self.assertIn("slf4j-api 2.0.16 was not added: already here as 2.0.17", told)
        self.assertEqual(self.ok("%maven org.slf4j:slf4j-api:2.0.17").stderr, "")

    def test_maven_takes_ivy_names_and_tells_what_it_added(self):
        self.assertIn("jspecify-1.0.0.jar", self.ok("%addMavenDependency -v org.jspecify#jspecify;1.0.0").stdout)

    def test_a_pom_in_a_cell_may_be_loose_elements(self):
        body = "<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>2.0.17</version></dependency>"
        self.ok("%%loadFromPOM\n" + body)
        self.assertEqual(self.ok("org.slf4j.Logger.ROOT_LOGGER_NAME").text, "ROOT")

    def test_a_repository_of_the_user_is_asked_and_a_pom_file_loaded(self):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder, "org", "example", "prmlab-test-thing", "1")
            home.mkdir(parents=True)
            name = "<groupId>org.example</groupId><artifactId>prmlab-test-thing</artifactId><version>1</version>"
            pom = f"<project><modelVersion>4.0.0</modelVersion>{name}</project>"
            (home / "prmlab-test-thing-1.pom").write_text(pom)
            with zipfile.ZipFile(home / "prmlab-test-thing-1.jar", "w") as jar:
                jar.writestr("thing/there.txt", "x")
            wanted = Path(folder, "wanted.xml")
            wanted.write_text(
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>"
                f"<version>1</version><dependencies><dependency>{name}</dependency></dependencies></project>"
            )
            self.ok(f"%mavenRepo mine {Path(folder).as_uri()}")
            self.ok(f'%loadFromPOM "{wanted}"')
            code = 'Thread.currentThread().getContextClassLoader().getResource("thing/there.txt") != null'
            self.assertEqual(self.ok(code).text, "true")

    def test_a_missing_library_is_named(self):
        result = self.kernel.run("%maven no.such:thing:1", timeout=120)
        self.assertEqual(result.reply["ename"], "java.io.IOException")
        self.assertIn("no.such:thing", result.reply["evalue"])


class Environment(unittest.TestCase):
    def test_variables_of_ijava_and_jjava_are_read(self):
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder, "start.jshell")
            script.write_text("int fromFile = 1;\n")
            with zipfile.ZipFile(Path(folder, "lib.jar"), "w") as jar:
                jar.writestr("lib/there.txt", "x")
            env = {
                "IJAVA_CLASSPATH": f"{folder}/*.jar",
                "JJAVA_STARTUP_SCRIPTS_PATH": f"{folder}/*.jshell",
                "IJAVA_STARTUP_SCRIPT": "int fromVariable = fromFile + 1;",
                "IJAVA_COMPILER_OPTS": '-Xlint:all "-Akey=a b"',
            }
            with RunningKernel(env={**QUICK, **env}) as kernel:
                self.assertEqual(kernel.run("fromVariable").text, "2")
                code = 'Thread.currentThread().getContextClassLoader().getResource("lib/there.txt") != null'
                self.assertEqual(kernel.run(code).text, "true")

    def test_a_broken_start_up_script_is_told_and_the_kernel_works(self):
        with RunningKernel(env={**QUICK, "PRMLAB_STARTUP_SCRIPT": "int broken = ;"}) as kernel:
            result = kernel.run("1 + 1")
            self.assertEqual(result.text, "2")
            self.assertIn("start-up script", result.stderr)


if __name__ == "__main__":
    unittest.main()

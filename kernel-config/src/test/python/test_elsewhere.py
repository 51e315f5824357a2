"""A notebook outside the clone that only names the toolkit's coordinates."""

import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from kernel_client import MODULE, QUICK, RunningKernel, class_context

PROJECT = MODULE.parent
VERSION = re.search(r"<version>(.+?)</version>", (PROJECT / "pom.xml").read_text()).group(1)
JAR = PROJECT / "toolkit" / "target" / f"prmlab-toolkit-{VERSION}.jar"
SEEN = Path.home() / ".m2" / "repository"  # where the build has put every library that the toolkit needs
NATIVE = sorted((PROJECT / "toolkit" / "target" / "native-cpu").glob("pytorch-native-cpu-*.jar"))


def publish(repository):
    """The toolkit as a Maven repository holds it."""
    home = repository / "org" / "prmlab" / "prmlab-toolkit" / VERSION
    home.mkdir(parents=True)
    shutil.copy(JAR.with_name("published-pom.xml"), home / f"{JAR.stem}.pom")
    shutil.copy(JAR, home)


@unittest.skipUnless(JAR.is_file() and NATIVE and SEEN.is_dir(), "needs the built toolkit and the libraries of its build")
class Elsewhere(unittest.TestCase):
    """Its own home folder, so that nothing is added to the user's local repository."""

    @classmethod
    def setUpClass(cls):
        cls.home = Path(class_context(cls, tempfile.TemporaryDirectory()))
        publish(cls.home / "repository")
        (cls.home / ".m2").mkdir()
        (cls.home / ".m2" / "settings.xml").write_text(
            "<settings><mirrors><mirror><id>seen</id><mirrorOf>central</mirrorOf>"
            f"<url>{SEEN.as_uri()}</url></mirror></mirrors></settings>"
        )
        java = f"{QUICK['JAVA_TOOL_OPTIONS']} -Duser.home={cls.home}"
        env = {"JAVA_TOOL_OPTIONS": java, "OPT_OUT_TRACKING": "true",
               "DJL_CACHE_DIR": os.environ.get("DJL_CACHE_DIR", str(Path.home() / ".djl.ai"))}
        cls.kernel = class_context(cls, RunningKernel(env=env, cwd=str(cls.home)))

    def ok(self, code):
        result = self.kernel.run(code, timeout=300)
        self.assertEqual(result.status, "ok", result.reply)
        return result

    def test_a_solution_is_scored_and_a_chart_drawn(self):
        version, system = re.fullmatch(r"pytorch-native-cpu-(.+?)-(.+)\.jar", NATIVE[0].name).groups()
        self.ok(
            "%%loadFromPOM\n"
            f"<repository><id>prmlab</id><url>{(self.home / 'repository').as_uri()}</url></repository>\n"
            f"<dependency><groupId>org.prmlab</groupId><artifactId>prmlab-toolkit</artifactId><version>{VERSION}</version></dependency>\n"
            "<dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-native-cpu</artifactId>"
            f"<version>{version}</version><classifier>{system}</classifier></dependency>"
        )
        where = self.ok("org.prmlab.prm.ProcessRewardModel.class.getProtectionDomain().getCodeSource().getLocation()")
        self.assertIn(str(self.home), where.text)
        self.ok("import org.prmlab.data.*;\nimport org.prmlab.notebook.*;\nimport org.prmlab.prm.*;")
        model = PROJECT / "datasets" / "random-prm"
        self.ok(f'var prm = ProcessRewardModel.load(java.nio.file.Path.of("{model}"));')
        scored = self.ok(
            'prm.score(List.of(Solution.of("s", Problem.of("p", "What is 1 + 2?"), List.of("1 + 2 = 3", "so 3")))).get(0)'
        )
        self.assertRegex(scored.text, r"(?s) 1 0\.\d{3}   1 \+ 2 = 3\n 2 0\.\d{3}   so 3")
        self.assertIn("text/html", scored.data)
        chart = self.ok("FirstLook.example().chart()")
        self.assertIn("image/png", chart.data)
        self.assertTrue(chart.text.startswith("Step scores of one solution\n4 steps, 2 PRMs"), chart.text)


if __name__ == "__main__":
    unittest.main()

"""The folder of a workshop: notebooks without outputs, and a page to begin with."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from kernel_client import MODULE, test_context

SCRIPT = MODULE / "workshop.py"


def cell(kind, text, **more):
    return {"cell_type": kind, "source": text.splitlines(keepends=True), "metadata": {}, **more}


def notebook(first, outputs):
    code = cell("code", "1 + 1", outputs=outputs, execution_count=3)
    return {"cells": [cell("markdown", first), code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


class Workshop(unittest.TestCase):
    def setUp(self):
        self.folder = Path(test_context(self, tempfile.TemporaryDirectory()))
        self.notebooks = self.folder / "notebooks"
        (self.notebooks / "solutions").mkdir(parents=True)
        shown = [{"output_type": "stream", "name": "stdout", "text": "2"}]
        pages = {
            "00-a.ipynb": "*about 5 minutes; first stop of the 40-minute path*\n\n# One\n",
            "10-b.ipynb": "*about 10 minutes*\n\n# Two\n",
            "20-c.ipynb": "*about 9 minutes; second stop of the 40-minute path, to the end of \"Three\"*\n\n# Three\n",
            "solutions/00-a.ipynb": "# Solutions\n",
        }
        for name, first in pages.items():
            (self.notebooks / name).write_text(json.dumps(notebook(first, shown)))

    def make(self, notebooks=None):
        command = [sys.executable, str(SCRIPT), str(notebooks or self.notebooks), str(self.folder / "workshop")]
        return subprocess.run(command, capture_output=True, text=True)

    def test_notebooks_lose_their_outputs_and_nothing_else(self):
        made = self.make()
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        for name in ("00-a.ipynb", "10-b.ipynb", "20-c.ipynb"):
            before = json.loads((self.notebooks / name).read_text())
            after = json.loads((self.folder / "workshop" / name).read_text())
            self.assertEqual((after["cells"][1]["outputs"], after["cells"][1]["execution_count"]), ([], None))
            before["cells"][1].update(outputs=[], execution_count=None)
            self.assertEqual(after, before)
        self.assertTrue((self.folder / "workshop" / "solutions" / "00-a.ipynb").is_file())
        self.assertFalse((self.folder / "workshop.part").exists())

    def test_the_welcome_page_has_the_path_and_the_times(self):
        self.make()
        text = (self.folder / "workshop" / "welcome.md").read_text()
        path = text.split("## Forty minutes")[1].split("## An afternoon")[0]
        self.assertEqual(
            path.strip().splitlines(),
            ["1. [One](00-a.ipynb), about 5 minutes", '2. [Three](20-c.ipynb), about 9 minutes, to the end of "Three"'],
        )
        self.assertIn("- [Two](10-b.ipynb), about 10 minutes", text)

    def test_a_folder_that_is_there_is_left_alone(self):
        self.make()
        page = self.folder / "workshop" / "00-a.ipynb"
        page.write_text("my own")
        again = self.make()
        self.assertEqual(again.returncode, 1)
        self.assertIn("is there already", again.stderr)
        self.assertEqual(page.read_text(), "my own")

    def test_a_folder_without_notebooks_is_refused(self):
        made = self.make(self.folder)
        self.assertEqual(made.returncode, 1)
        self.assertEqual(made.stderr, f"{self.folder}: no notebooks; the folder notebooks of a clone expected\n")
        self.assertFalse((self.folder / "workshop").exists())


if __name__ == "__main__":
    unittest.main()

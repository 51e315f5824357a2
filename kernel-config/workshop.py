"""Makes the folder of a workshop: the notebooks without outputs, their solutions, and a page to begin with.

    python workshop.py NOTEBOOKS FOLDER

FOLDER must not exist. It is made beside its place and renamed, so a break leaves none or a whole one.
"""
import json
import pathlib
import re
import shutil
import sys

MINUTES = re.compile(r"^\*(.*?minutes?)(?:; (\w+) stop of the 40-minute path(.*?))?\*$", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
ORDER = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last"]


def without_outputs(notebook):
    """The same notebook as if no cell had been run."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    return notebook


def line(file, notebook):
    """A line of the welcome page, and where the notebook stands on the short path; -1 if it does not."""
    text = "".join(notebook["cells"][0]["source"])
    title = TITLE.search(text)
    time = MINUTES.search(text)
    stop = ORDER.index(time[2]) if time and time[2] in ORDER else -1
    about = f", {time[1]}{time[3] or ''}" if time else ""
    return f"[{title[1] if title else file.stem}]({file.name}){about}", stop


def welcome(entries):
    path = [text for text, stop in sorted(entries, key=lambda e: e[1]) if stop >= 0]
    numbered = "\n".join(f"{i + 1}. {text}" for i, text in enumerate(path))
    everything = "\n".join(f"- {text}" for text, _ in entries)
    return f"""# Welcome to prmlab

These are your own copies of the notebooks, without outputs: run them, change them, break them. Click a title to open it.

- **Run a cell:** click it and press Shift+Enter; it shows its result and the next cell is selected.
- **Predict:** a cell that asks `Predict...` waits for your answer. Put it in, run the cell, and see later what came out. Nobody keeps score.
- **Touch:** some results have sliders and buttons; the keyboard works too (Tab to reach them, arrow keys to move).
- **Stuck:** Kernel > Restart Kernel and Run All Cells. Solutions of the exercises are in the folder `solutions`.

## Forty minutes

{numbered or "See below."}

## An afternoon

{everything}
"""


def main(notebooks, folder):
    if folder.exists():
        sys.exit(f"{folder} is there already; name another folder, or move it away")
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    entries = []
    for file in sorted(notebooks.glob("*.ipynb")):
        notebook = json.loads(file.read_text(encoding="utf-8"))
        entries.append(line(file, notebook))
        text = json.dumps(without_outputs(notebook), ensure_ascii=False, indent=1)
        (part / file.name).write_text(text + "\n", encoding="utf-8")
    if not entries:
        sys.exit(f"{notebooks}: no notebooks; the folder notebooks of a clone expected")
    if (notebooks / "solutions").is_dir():
        shutil.copytree(notebooks / "solutions", part / "solutions", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (part / "welcome.md").write_text(welcome(entries), encoding="utf-8")
    part.rename(folder)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python workshop.py NOTEBOOKS FOLDER")
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))

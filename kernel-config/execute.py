"""Executes notebooks through their real kernel and writes the executed pages.

    python execute.py --out DIR [--root DIR] [--check] [--in-place] [--kernel NAME] [--jobs N] NOTEBOOK...

Pages lie below --out as notebooks lie below --root, and link to each other. One line a notebook: its
name, how it went, cells, seconds. With --check the text a notebook shows must equal what
its committed outputs say. With --in-place the outputs are written into the notebook itself, which is
how the committed ones are made. With --kernel another installed kernel runs them all: with --check it
must show the same text. With --jobs that many run at a time, each in a kernel of its own. Exit code 1 if any notebook failed.
"""
import argparse
import concurrent.futures
import difflib
import functools
import multiprocessing
import os
import pathlib
import re
import signal
import sys
import threading
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert import HTMLExporter

INTERRUPTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

TEXT_TYPES = ("text/plain",)
LINK_TO_NOTEBOOK = re.compile(r'(<a href="(?![a-z]+:)[^"#]*)\.ipynb(["#])')


def shown_text(notebook):
    """The text of every output, cell by cell: streams and text/plain, nothing that holds pictures."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cells.append("".join(output_text(o) for o in cell.get("outputs", [])))
    return cells


def output_text(output):
    if output.output_type == "stream":
        return "" if output.name == "stderr" else output.text
    if output.output_type == "error":
        return "".join(output.traceback)
    return "".join(output.data.get(kind, "") + "\n" for kind in TEXT_TYPES)


def without_run_details(notebook):
    """Takes out what differs from run to run, so that an unchanged notebook stays unchanged."""
    notebook.metadata.pop("execution", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


def differences(committed, executed):
    lines = []
    for number, (old, new) in enumerate(zip(shown_text(committed), shown_text(executed)), 1):
        if old != new:
            lines.append(f"code cell {number} shows another text than the committed notebook:")
            lines += list(difflib.unified_diff(
                old.splitlines(), new.splitlines(), "committed", "now", lineterm=""))
    return lines


def execute(path, options):
    """Its line, and what went wrong; empty if nothing did."""
    notebook = nbformat.read(path, as_version=4)
    committed = nbformat.read(path, as_version=4)
    kernel = {"kernel_name": options.kernel} if options.kernel else {}
    client = Client(notebook, timeout=options.cell_seconds, coalesce_streams=True, **kernel,
                    resources={"metadata": {"path": str(path.parent)}})
    start = time.monotonic()
    problem = ""
    try:
        client.execute()
    except (CellExecutionError, DeadKernelError, TimeoutError) as error:
        problem = str(error)
    handle_interrupts()
    seconds = time.monotonic() - start
    without_run_details(notebook)
    write_pages(notebook, path, options)
    if not problem and options.check:
        problem = "\n".join(differences(committed, notebook))
    cells = sum(c.cell_type == "code" for c in notebook.cells)
    state = "failed" if problem else "ok"
    return f"{str(place(path, options).with_suffix('')):<36}{state:<8}{cells:>3} cells {seconds:>6.1f} s", problem


def place(path, options):
    """The path of a notebook below the folder of all notebooks."""
    return path.relative_to(options.root) if options.root else pathlib.Path(path.name)


def write_pages(notebook, path, options):
    target = options.out / place(path, options)
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, target)
    page, _ = HTMLExporter(mathjax_url="", require_js_url="").from_notebook_node(
        notebook, resources={"metadata": {"name": path.stem}})
    target.with_suffix(".html").write_text(LINK_TO_NOTEBOOK.sub(r"\1.html\2", page), encoding="utf-8")
    if options.in_place:
        nbformat.write(notebook, path)


def end_with_parent():
    """Ends this process, and so its kernel, when the process that started it is gone."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="+", type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--root", type=pathlib.Path, help="folder that the notebooks lie in or below")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--in-place", action="store_true")
    parser.add_argument("--kernel", default="")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--cell-seconds", type=int, default=300)
    options = parser.parse_args()
    handle_interrupts()
    failed = 0
    for line, problem in executed(options):
        failed += bool(problem)
        print(line, flush=True)
        if problem:
            print(problem, file=sys.stderr, flush=True)
    print(f"notebooks: {len(options.notebooks) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def executed(options):
    """The outcome of each notebook, in their order, as soon as it and those before it are done."""
    work = functools.partial(execute, options=options)
    if options.jobs == 1:
        end_with_parent()
        yield from map(work, options.notebooks)
        return
    forked = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(options.jobs, forked, initializer=end_with_parent) as pool:
        outcomes = pool.map(work, options.notebooks)
        end_with_parent()
        yield from outcomes


class Client(NotebookClient):
    """Leaves interrupts to stop(); nbclient handles them itself from just before the kernel's start."""

    running = None

    async def async_start_new_kernel(self, **kwargs):
        Client.running = self
        handle_interrupts()
        compile_quickly(self.km.kernel_spec.argv)
        await super().async_start_new_kernel(**kwargs)


def compile_quickly(command):
    """A page lives for seconds: a virtual machine that compiles once takes a third less of the processor for it."""
    if "-jar" in command:
        command.insert(command.index("-jar"), "-XX:TieredStopAtLevel=1")


def handle_interrupts():
    for number in INTERRUPTS:
        signal.signal(number, stop)


def stop(number, _frame):
    """Ends this process and its kernel, a process group of its own, at once and without a word."""
    for each in INTERRUPTS:
        signal.signal(each, signal.SIG_IGN)
    manager = Client.running.km if Client.running else None
    if manager:
        kernel = getattr(manager.provisioner, "pid", None)
        if kernel:
            try:
                os.killpg(kernel, signal.SIGKILL)
            except ProcessLookupError:
                pass
        manager.cleanup_connection_file()
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(10)
    os._exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())

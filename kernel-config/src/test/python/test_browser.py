"""JupyterLab in Chromium: the first notebook run by keyboard, completion, tooltip, interrupt, progress; and an
error on pages in JupyterLab's two themes.

Chromium comes from the system (Debian: apt install chromium; another one by PRMLAB_CHROMIUM), Playwright from
kernel-config/requirements-browser.txt. Screenshots are left in kernel-config/target/screenshots.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from kernel_client import MODULE, QUICK, RunningKernel, install, test_context
from test_install import CLASS_PATH

NOTEBOOK = MODULE.parent / "notebooks" / "00-first-look.ipynb"
SCREENSHOTS = MODULE / "target" / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("PRMLAB_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
SECONDS = 1000
ERROR = "Object none = null;\nvoid inner() { none.hashCode(); }\ninner();"
READABLE = 4.5  # the least contrast of text by WCAG 2.1, criterion 1.4.3, level AA
COLOURS = r"""element => {
  const parse = colour => { const p = colour.match(/[\d.]+/g).map(Number); return p.length > 3 ? p : [...p, 1]; };
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
  const over = (top, below) => [0, 1, 2].map(i => top[3] * top[i] + (1 - top[3]) * below[i]);
  const ground = layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  return [over(parse(getComputedStyle(element).color), ground), ground];
}"""
TOKEN = "browser-test"


def playwright():
    """Playwright's entry point, installed if need be; None if it cannot be had."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        requirements = MODULE / "requirements-browser.txt"
        command = [sys.executable, "-m", "pip", "install", "-q", "-r", str(requirements)]
        if subprocess.run(command, capture_output=True).returncode != 0:
            return None
        from playwright.sync_api import sync_playwright
    return sync_playwright


@contextlib.contextmanager
def jupyter_lab(folder):
    """JupyterLab on loopback, with nothing of the user's; yields its address."""
    install(folder, "--classpath", CLASS_PATH)
    work = folder / "notebooks"
    work.mkdir()
    shutil.copy(NOTEBOOK, work)
    settings = folder / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "PRMLAB_HOME": str(MODULE.parent),
        "JUPYTER_PATH": str(folder / "share" / "jupyter"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
    }
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.root_dir={work}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    log = open(folder / "jupyter.log", "w")
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=5)
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > deadline:
                    log.flush()
                    raise RuntimeError((folder / "jupyter.log").read_text()[-2000:])
                time.sleep(0.3)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def luminance(colour):
    """The relative luminance of WCAG 2.1 of red, green and blue from 0 to 255."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@unittest.skipUnless(CHROMIUM, "Chromium is not installed (Debian: apt install chromium)")
class Errors(unittest.TestCase):
    """The page of a notebook with an error, by nbconvert, which takes JupyterLab's own style sheets."""

    def page(self, theme, folder):
        with RunningKernel(env=QUICK) as kernel:
            error = kernel.run(ERROR).of("error")[0]
        output = nbformat.v4.new_output("error", **error)
        cell = nbformat.v4.new_code_cell(ERROR, execution_count=1, outputs=[output])
        exporter = HTMLExporter(theme=theme, mathjax_url="", require_js_url="")
        file = folder / f"{theme}.html"
        file.write_text(exporter.from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))[0], encoding="utf-8")
        return file

    def test_an_error_is_readable_in_light_and_dark(self):
        start = playwright()
        if start is None:
            self.skipTest("Playwright cannot be installed; pip install playwright")
        folder = Path(test_context(self, tempfile.TemporaryDirectory()))
        browser = test_context(self, start()).chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for theme in ("light", "dark"):
            with self.subTest(theme=theme):
                page = browser.new_page(viewport={"width": 800, "height": 300})
                page.goto(self.page(theme, folder).as_uri())
                error = page.wait_for_selector("pre:has-text('because \"none\" is null')")
                page.screenshot(path=str(SCREENSHOTS / f"error-{theme}.png"))
                found = [contrast(*text.evaluate(COLOURS)) for text in (error, *error.query_selector_all("span"))]
                print(f"contrast of an error, {theme}: {min(found):.1f} to {max(found):.1f}", flush=True)
                self.assertGreaterEqual(min(found), READABLE)


@unittest.skipUnless(CHROMIUM, "Chromium is not installed (Debian: apt install chromium)")
@unittest.skipUnless(CLASS_PATH and NOTEBOOK.is_file(), "the toolkit is not built, or the notebook is missing")
class Browser(unittest.TestCase):
    def setUp(self):
        start = playwright()
        if start is None:
            self.skipTest("Playwright cannot be installed; pip install playwright")
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        address = self.enterContext(jupyter_lab(folder))
        browser = self.enterContext(start()).chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        self.page = browser.new_page(viewport={"width": 1280, "height": 1600})
        self.page.set_default_timeout(60 * SECONDS)
        self.page.goto(f"{address}/lab/tree/{NOTEBOOK.name}?token={TOKEN}")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def screenshot(self, name):
        self.page.screenshot(path=str(SCREENSHOTS / f"{name}.png"))

    def wait_until_idle(self):
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.jp-InputPrompt')]"
            ".every(prompt => !prompt.textContent.includes('*'))"
        )

    def type_in_new_cell(self, text):
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(text, delay=30)

    @property
    def active_cell(self):
        return self.page.locator(".jp-Cell.jp-mod-active")

    def test_the_first_notebook_works_by_keyboard(self):
        page = self.page
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        page.wait_for_selector(".jp-Toolbar-kernelName:has-text('Java (prmlab)')")
        page.locator(".jp-Notebook .jp-Cell").first.click()
        page.keyboard.press("Escape")
        for _ in range(page.locator(".jp-Notebook .jp-Cell").count()):
            page.keyboard.press("Shift+Enter")
            self.wait_until_idle()
        self.screenshot("run")
        self.assertEqual(page.locator(".jp-OutputArea-output[data-mime-type*='error']").count(), 0)

        steps = page.locator(".jp-CodeCell .jp-RenderedHTMLCommon").first
        steps.scroll_into_view_if_needed()
        self.assertIn("0.", steps.inner_text())
        self.screenshot("step-view")
        chart = page.locator(".jp-RenderedImage img").first
        chart.scroll_into_view_if_needed()
        self.assertGreater(chart.evaluate("image => image.naturalWidth"), 300)
        self.screenshot("chart")

        self.type_in_new_cell("look.hum")
        page.keyboard.press("Tab")
        page.wait_for_selector(".jp-Completer:has-text('humanVerdict()')")
        self.screenshot("completion")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.textContent.includes('look.humanVerdict()')")

        self.type_in_new_cell("Math.max")
        page.keyboard.press("Shift+Tab")
        tooltip = page.wait_for_selector(".jp-Tooltip")
        self.assertIn("int Math.max(int a, int b)", tooltip.inner_text())
        self.screenshot("tooltip")
        page.keyboard.press("Escape")

        self.type_in_new_cell("while (true) {}")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".jp-InputPrompt:has-text('[*]')")
        page.keyboard.press("Escape")
        page.keyboard.press("i")
        page.keyboard.press("i")
        self.wait_until_idle()
        self.assertIn("CellInterruption", self.active_cell.inner_text())
        self.screenshot("interrupt")

        self.type_in_new_cell(
            'for (int i : ProgressBar.of("waiting", "steps").over(List.of(1, 2, 3, 4))) { Thread.sleep(400); }'
        )
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".jp-Cell.jp-mod-active progress").scroll_into_view_if_needed()
        self.screenshot("progress-under-way")
        self.wait_until_idle()
        bars = self.active_cell.locator("progress")
        self.assertEqual((bars.count(), bars.get_attribute("value")), (1, "4"))
        self.assertIn("waiting: 4 of 4 steps", self.active_cell.inner_text())
        self.screenshot("progress-done")

        self.type_in_new_cell("Explore.threshold(look.allScores(), look.humanVerdict())")
        page.keyboard.press("Control+Enter")
        slider = page.wait_for_selector(".jp-Cell.jp-mod-active .pe-on input[type=range]")
        slider.scroll_into_view_if_needed()
        slider.focus()
        page.keyboard.press("Home")
        value = self.active_cell.locator(".pe-live output")
        self.assertEqual(value.inner_text(), "0.00")
        page.keyboard.press("ArrowRight")  # JupyterLab has arrow keys of its own
        self.assertNotEqual(value.inner_text(), "0.00")
        self.assertEqual(self.active_cell.locator(".pe-live:focus-within").count(), 1)
        self.screenshot("explore-threshold")

        self.type_in_new_cell("6 * 7")
        page.keyboard.press("Control+Enter")
        self.wait_until_idle()
        self.assertIn("42", self.active_cell.inner_text())


if __name__ == "__main__":
    unittest.main()

"""A running kernel, driven through the real Jupyter protocol."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

MODULE = Path(__file__).resolve().parents[3]
JAR = Path(os.environ.get("PRMLAB_KERNEL_JAR", MODULE / "target" / "prmlab-kernel.jar"))
TIMEOUT = 180  # seconds for one answer; a machine under load takes long

# Compiles once and quickly instead of twice and well: for tests that start a kernel and run short cells.
QUICK = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1"}


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


def install(prefix, *options):
    """Installs a kernelspec below prefix and returns the folder of the kernelspecs."""
    subprocess.run(
        [java(), "-jar", str(JAR), "install", "--no-archive", "--prefix", str(prefix), *options],
        check=True,
        capture_output=True,
        text=True,
    )
    return Path(prefix, "share", "jupyter", "kernels")


@dataclass
class Result:
    """What a front end sees of one cell."""

    reply: dict = field(default_factory=dict)
    messages: list = field(default_factory=list)

    @property
    def status(self):
        return self.reply["status"]

    def of(self, kind):
        return [content for name, content in self.messages if name == kind]

    def stream(self, name):
        return "".join(part["text"] for part in self.of("stream") if part["name"] == name)

    @property
    def stdout(self):
        return self.stream("stdout")

    @property
    def stderr(self):
        return self.stream("stderr")

    @property
    def data(self):
        results = self.of("execute_result")
        return results[0]["data"] if results else {}

    @property
    def text(self):
        return self.data.get("text/plain")

    @property
    def traceback(self):
        return "\n".join(self.of("error")[0]["traceback"])


class RunningKernel:
    """A kernel process and a client connected to it; a context manager."""

    def __init__(self, *options, env=None, cwd=None, kernels=None, name="prmlab", log=None):
        self.folder = tempfile.TemporaryDirectory()
        self.kernels = kernels
        self.name = name
        self.log = {"stdout": log, "stderr": log} if log else {}
        self.options = options
        self.env = env or {}
        self.cwd = cwd

    def __enter__(self):
        kernels = self.kernels or install(self.folder.name, *self.options)
        specs = KernelSpecManager(kernel_dirs=[str(kernels)])
        self.manager = KernelManager(kernel_name=self.name, kernel_spec_manager=specs)
        self.manager.start_kernel(env={**os.environ, **self.env}, cwd=self.cwd, **self.log)
        self.connect()
        return self

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT)

    def __exit__(self, *failure):
        self.client.stop_channels()
        if self.manager.is_alive():
            self.manager.shutdown_kernel()
        self.folder.cleanup()

    @property
    def pid(self):
        return self.manager.provisioner.pid

    def run(self, code, interrupt_after=None, timeout=TIMEOUT, **options):
        """Runs a cell to its end; interrupts it after some seconds if asked to."""
        request = self.client.execute(code, **options)
        if interrupt_after is not None:
            self.wait_for(request, "busy")
            time.sleep(interrupt_after)
            self.manager.interrupt_kernel()
        return self.result(request, timeout)

    def result(self, request, timeout=TIMEOUT):
        """The messages of a request, up to its reply and its idle status."""
        result = Result()
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") != request:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                break
            result.messages.append((kind, content))
        result.reply = self.reply(request, timeout)
        return result

    def reply(self, request, timeout=TIMEOUT):
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_shell_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def wait_for(self, request, state, timeout=TIMEOUT):
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if (
                message["parent_header"].get("msg_id") == request
                and message["content"].get("execution_state") == state
            ):
                return

    def published(self, seconds):
        """Everything that is published within some seconds, of whatever request."""
        found = []
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
                found.append((message["msg_type"], message["content"]))
            except Empty:
                break
        return found

    def memory_mib(self):
        """Resident memory of the process, Linux only."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def class_context(case, manager):
    """Enters a context for a whole test class; unittest has this from Python 3.11 on."""
    value = manager.__enter__()
    case.addClassCleanup(manager.__exit__, None, None, None)
    return value


def test_context(test, manager):
    """Enters a context for one test."""
    value = manager.__enter__()
    test.addCleanup(manager.__exit__, None, None, None)
    return value

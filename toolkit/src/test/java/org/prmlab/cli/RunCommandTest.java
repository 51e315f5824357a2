package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.prmlab.cli.DoctorCommand.Symptom;

class RunCommandTest {
  @Test
  void atLeastOneNotebookRunsAtATime() {
    StringWriter err = new StringWriter();
    assertEquals(
        2, PrmLab.commandLine().setErr(new PrintWriter(err)).execute("run", "--jobs", "0"));
    assertTrue(err.toString().startsWith("--jobs 0; at least 1 expected"), err.toString());
  }

  @Test
  void whatTheLauncherSawIsPartOfTheReport() {
    assertEquals(
        "[ok      Python: 3.11 at /usr/bin/python3, later   Jupyter: made for /old; do this]",
        DoctorCommand.ofLauncher(
                "ok\tPython\t3.11 at /usr/bin/python3\nlater\tJupyter\tmade for /old; do this")
            .toString());
    assertEquals(0, DoctorCommand.ofLauncher("").size());
    assertTrue(new Symptom("missing", "Python", "none").hinders());
  }
}

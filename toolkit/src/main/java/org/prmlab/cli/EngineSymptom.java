package org.prmlab.cli;

/** Whether the native engine that runs PRMs can be loaded. */
final class EngineSymptom {
  private EngineSymptom() {}

  static DoctorCommand.Symptom find() {
    return DoctorCommand.Symptom.later("engine", "no PRM can be run by this version");
  }
}

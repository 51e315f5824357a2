package org.prmlab.scale;

import java.nio.file.Path;

/** A file, on a path that every machine sees, and how its records are read. */
public record InputFile(Path file, LineReader reader) {}

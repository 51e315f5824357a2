package org.prmlab.scale;

import java.io.Serializable;

/**
 * What is kept of one record on its way to its block.
 *
 * @param index position among the records of its file, counted from 0
 * @param id identity of the solution
 * @param text one line; what it holds is between the {@link LineReader} and the {@link
 *     BlockFunction}
 */
public record KeyedLine(long index, String id, String text) implements Serializable {}

package org.prmlab.paper.audit;

/**
 * What a printed number measures; two numbers that measure the same thing must be equal.
 *
 * @param measure the measurement and its samples, e.g. {@code Best-of-8, 7B policy, product}
 * @param system the model measured, under one name for all tables
 * @param column the benchmark or the average
 */
record Quantity(String measure, String system, String column) {}

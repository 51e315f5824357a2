package org.prmlab.model.jinja;

/**
 * What is not there: prints as nothing, is false and holds nothing; all else is an error.
 *
 * @param what is missing, in words
 */
record JinjaUndefined(String what) {
  JinjaException error() {
    return JinjaException.of("%s is undefined", what);
  }
}

package org.prmlab.model;

import java.util.Collections;
import java.util.List;

/**
 * Which layers see the last tokens only.
 *
 * @param width how many positions back a token sees, itself included; 0 where every layer sees all
 * @param slides of each layer, whether it sees so many only
 */
record SlidingWindow(int width, List<Boolean> slides) {
  SlidingWindow {
    slides = List.copyOf(slides);
  }

  static SlidingWindow none(int layers) {
    return new SlidingWindow(0, Collections.nCopies(layers, false));
  }

  static SlidingWindow everywhere(int layers, int width) {
    return new SlidingWindow(width, Collections.nCopies(layers, true));
  }
}

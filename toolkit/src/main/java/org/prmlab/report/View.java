package org.prmlab.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one object looks on a page: always as plain text, and as HTML, PNG or SVG where that says
 * more. A kernel sends every form that is present and the front end shows the richest it can.
 */
public final class View {
  private final String text;
  private @Nullable String html;
  private @Nullable String svg;
  private byte[] png = {};

  private View(String text) {
    this.text = text;
  }

  /** A view that is plain text only. */
  public static View ofText(String text) {
    return new View(text);
  }

  /** This view, also as HTML. */
  public View withHtml(String html) {
    View view = copy();
    view.html = html;
    return view;
  }

  /** This view, also as a PNG picture. */
  public View withPng(byte[] png) {
    View view = copy();
    view.png = png.clone();
    return view;
  }

  /** This view, also as an SVG picture. */
  public View withSvg(String svg) {
    View view = copy();
    view.svg = svg;
    return view;
  }

  public String text() {
    return text;
  }

  public Optional<String> html() {
    return Optional.ofNullable(html);
  }

  public Optional<String> svg() {
    return Optional.ofNullable(svg);
  }

  public Optional<byte[]> png() {
    return png.length == 0 ? Optional.empty() : Optional.of(png.clone());
  }

  @Override
  public String toString() {
    return text;
  }

  private View copy() {
    View view = new View(text);
    view.html = html;
    view.svg = svg;
    view.png = png;
    return view;
  }
}

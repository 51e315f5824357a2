package org.prmlab.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.net.URI;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.common.Text;
import org.dflib.jjava.jupyter.kernel.display.common.Url;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** Without the toolkit: the rules that IJava's notebooks count on. */
class PageRendererTest {
  private final PageRenderer renderer =
      new PageRenderer(new ToolkitViews(ClassLoader.getPlatformClassLoader()));

  PageRendererTest() {
    Image.registerAll(renderer);
    Url.registerAll(renderer);
    Text.registerAll(renderer);
    renderer.stockRulesComplete();
  }

  private static Object text(DisplayData data) {
    return data.getData(MIMEType.TEXT_PLAIN);
  }

  @Test
  void everyObjectHasItsText() {
    assertEquals("[1, 2]", text(renderer.render(java.util.List.of(1, 2))));
  }

  @Test
  void textIsShownInTheFormThatWasAskedFor() {
    DisplayData data = renderer.renderAs(java.nio.CharBuffer.wrap("<b>x</b>"), "text/html");
    assertEquals("<b>x</b>", data.getData(MIMEType.TEXT_HTML));
    assertEquals("<b>x</b>", text(data));
  }

  @Test
  void aFormThatNobodyKnowsIsLeftOut() {
    DisplayData data = renderer.renderAs("x", "text/x-foo");
    assertFalse(data.hasDataForType(MIMEType.parse("text/x-foo")));
    assertEquals("x", text(data));
  }

  @Test
  void anImageIsAPicture() {
    DisplayData data = renderer.render(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
    assertEquals(true, data.hasDataForType(MIMEType.IMAGE_PNG));
  }

  @Test
  void anAddressIsItsText() throws Exception {
    DisplayData data = renderer.render(new URI("http://example.org/").toURL());
    assertEquals("http://example.org/", text(data));
    assertFalse(data.hasDataForType(MIMEType.TEXT_HTML));
  }

  @Test
  void aLongArrayIsCut() {
    String shown = (String) text(renderer.render(new int[101]));
    assertEquals("[" + "0, ".repeat(100) + "... 101 elements]", shown);
  }

  @Test
  void anObjectWhoseTextIsNullIsShownAsNull() {
    Object silent =
        new Object() {
          @Override
          @SuppressWarnings({"NullAway", "ToStringReturnsNull"})
          public String toString() {
            return null;
          }
        };
    assertEquals("null", text(renderer.render(silent)));
  }
}

package org.prmlab.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.prmlab.kernel.wire.Message;

/** What the kernel says about itself. */
final class KernelInfo {
  private KernelInfo() {}

  static JsonObject reply() {
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    language.addProperty("version", Versions.JAVA);
    language.addProperty("mimetype", "text/x-java");
    language.addProperty("file_extension", ".jshell");
    language.addProperty("pygments_lexer", "java");
    language.addProperty("codemirror_mode", "text/x-java");
    language.addProperty("nbconvert_exporter", "script");

    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    content.addProperty("protocol_version", Message.PROTOCOL_VERSION);
    content.addProperty("implementation", "prmlab");
    content.addProperty("implementation_version", Versions.KERNEL);
    content.add("language_info", language);
    content.addProperty("banner", "prmlab " + Versions.KERNEL + ", Java " + Versions.JAVA);
    content.addProperty("debugger", false);
    content.add("help_links", helpLinks());
    return content;
  }

  private static JsonArray helpLinks() {
    int feature = Runtime.version().feature();
    JsonObject api = new JsonObject();
    api.addProperty("text", "Java " + feature + " API");
    api.addProperty("url", "https://docs.oracle.com/en/java/javase/" + feature + "/docs/api/");
    JsonArray links = new JsonArray();
    links.add(api);
    return links;
  }
}

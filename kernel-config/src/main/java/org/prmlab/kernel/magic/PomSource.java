package org.prmlab.kernel.magic;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A POM as a notebook gives it: a file, a whole {@code <project>}, or only the elements that matter
 * ({@code <dependency>}, {@code <dependencies>}, {@code <repository>}, {@code <repositories>}).
 */
final class PomSource {
  /** What a POM asks for. */
  record Request(List<Dependency> libraries, List<Dependency> managed) {}

  private static final List<String> DEFAULT_SCOPES = List.of("compile", "runtime");
  private static final Artifact NOTEBOOK =
      new DefaultArtifact("org.prmlab.notebook", "pom", "pom", "1");
  private static final String PROJECT =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.prmlab.notebook</groupId>
        <artifactId>pom</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        %s
      </project>
      """;
  private static final Map<String, String> LIST_OF =
      Map.of("dependency", "dependencies", "repository", "repositories");

  private final String xml;
  private final Optional<Path> file;

  private PomSource(String xml, Optional<Path> file) {
    this.xml = xml;
    this.file = file;
  }

  static PomSource ofFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toAbsolutePath().toString(), null, "no such POM");
    }
    return new PomSource("", Optional.of(file));
  }

  static PomSource ofText(String body) {
    return new PomSource(body, Optional.empty());
  }

  /** The libraries in these scopes (compile and runtime if none is named); adds repositories. */
  Request read(Repositories repositories, List<String> scopes) throws IOException {
    if (file.isPresent()) {
      return request(repositories.describe(NOTEBOOK, file.get()), repositories, scopes);
    }
    Path pom = Files.createTempFile("notebook", ".pom");
    try {
      Files.writeString(pom, project());
      return request(repositories.describe(NOTEBOOK, pom), repositories, scopes);
    } finally {
      Files.deleteIfExists(pom);
    }
  }

  private static Request request(
      ArtifactDescriptorResult found, Repositories repositories, List<String> scopes) {
    for (RemoteRepository repository : found.getRepositories()) {
      repositories.add(repository.getId(), repository.getUrl());
    }
    List<String> wanted = scopes.isEmpty() ? DEFAULT_SCOPES : scopes;
    List<Dependency> libraries =
        found.getDependencies().stream()
            .filter(dependency -> wanted.contains(dependency.getScope()))
            .map(dependency -> dependency.setScope("runtime").setOptional(false))
            .toList();
    return new Request(libraries, found.getManagedDependencies());
  }

  /** The whole project; loose elements are put into their lists. */
  String project() throws IOException {
    if (xml.contains("<project")) {
      return xml;
    }
    Map<String, StringBuilder> lists = new LinkedHashMap<>();
    NodeList elements = parse("<notebook>" + xml + "</notebook>").getChildNodes();
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element) {
        collect(element, lists);
      }
    }
    StringBuilder body = new StringBuilder();
    lists.forEach(
        (list, content) -> body.append('<' + list + '>').append(content).append("</" + list + '>'));
    return PROJECT.formatted(body);
  }

  private static void collect(Element element, Map<String, StringBuilder> lists)
      throws IOException {
    String name = element.getTagName();
    String list = LIST_OF.getOrDefault(name, name);
    StringBuilder content = lists.computeIfAbsent(list, key -> new StringBuilder());
    if (!list.equals(name)) {
      content.append(text(element));
      return;
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      content.append(text(children.item(i)));
    }
  }

  private static Element parse(String document) throws IOException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      builder.setErrorHandler(null); // the exception says it; the default prints it as well
      return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("the cell is not the XML of a POM: " + e.getMessage(), e);
    }
  }

  private static String text(Node node) throws IOException {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(node), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IOException("the cell is not the XML of a POM: " + e.getMessage(), e);
    }
  }
}

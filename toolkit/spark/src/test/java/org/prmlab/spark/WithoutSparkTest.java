package org.prmlab.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.prmlab.scale.Cluster;

/** This module on the class path, but none of Spark's jars. */
@EnabledForJreRange(
    max = JRE.JAVA_22,
    disabledReason = "the Java is named first where Spark cannot run")
class WithoutSparkTest {
  @Test
  void connectingSaysHowToAddSpark() throws IOException, ReflectiveOperationException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader without =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(without);
      Method connect =
          without
              .loadClass(Cluster.class.getName())
              .getMethod("connect", Optional.class, Map.class);
      Exception e =
          assertThrows(
              InvocationTargetException.class,
              () -> connect.invoke(null, Optional.of("local[1]"), Map.of()));
      assertEquals(
          "java.lang.IllegalStateException: " + Cluster.MISSING, String.valueOf(e.getCause()));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    Path[] entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(p -> !p.getFileName().toString().startsWith("spark-"))
            .toArray(Path[]::new);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = entries[i].toUri().toURL();
    }
    return urls;
  }
}

package org.prmlab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A standalone Spark cluster of this machine's own: a master and some workers of one core each, as
 * processes that speak over the loopback address. Spark must be on the class path.
 */
public final class LoopbackCluster implements AutoCloseable {
  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
  private static final String DEPLOY = "org.apache.spark.deploy.";
  private static final int SECONDS_TO_START = 120;

  private final Path folder;
  private final String address;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  private LoopbackCluster(Path folder, int port) throws IOException {
    this.folder = folder;
    this.address = "spark://" + HOST + ":" + port;
    Files.createDirectories(folder.resolve("home").resolve("jars")); // else a worker starts nothing
    this.master = start("master", "master.Master", "--port", String.valueOf(port));
  }

  /**
   * Starts a cluster and waits for its workers.
   *
   * @param folder where its logs go
   * @throws IllegalStateException if a process does not start; names its log
   */
  public static LoopbackCluster start(Path folder, int workers)
      throws IOException, InterruptedException {
    LoopbackCluster cluster = new LoopbackCluster(folder, freePort());
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close)); // who is stopped leaves none
    try {
      cluster.await("master", cluster.master, "I have been elected leader");
      for (int i = 0; i < workers; i++) {
        String work = folder.resolve("work-" + i).toString();
        cluster.workers.add(
            cluster.start(
                "worker-" + i,
                "worker.Worker",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--work-dir",
                work,
                cluster.address));
      }
      for (int i = 0; i < workers; i++) {
        cluster.await("worker-" + i, cluster.workers.get(i), "Successfully registered with master");
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** What {@code --master} takes. */
  public String address() {
    return address;
  }

  /**
   * Settings that its programs need: they speak over the loopback address too, and begin when every
   * worker has given its core.
   */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("spark.driver.host", HOST);
    settings.put("spark.driver.bindAddress", HOST);
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.executor.memory", "1g");
    settings.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    settings.put("spark.cores.max", String.valueOf(workers.size()));
    settings.put("spark.scheduler.minRegisteredResourcesRatio", "1");
    return settings;
  }

  /** Kills a worker and its executors where they stand; says how many executors these were. */
  public int kill(int worker) throws InterruptedException {
    return kill(workers.get(worker));
  }

  private static int kill(Process process) throws InterruptedException {
    List<ProcessHandle> executors = process.descendants().toList();
    process.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
    return executors.size();
  }

  private Process start(String name, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of(
            "-Dspark.master.rest.enabled=false",
            "-Dorg.slf4j.simpleLogger.log.org.apache.spark.deploy=info"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), DEPLOY + program));
    command.addAll(List.of("--host", HOST, "--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", HOST);
    return builder.redirectOutput(log(name).toFile()).start();
  }

  private void await(String name, Process process, String line)
      throws IOException, InterruptedException {
    for (int i = 0; i < SECONDS_TO_START * 10; i++) {
      if (Files.readString(log(name)).contains(line)) {
        return;
      }
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new IllegalStateException(
        "the %s did not start; its own words are in %s".formatted(name, log(name)));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    try {
      for (Process worker : workers) {
        kill(worker);
      }
      kill(master);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

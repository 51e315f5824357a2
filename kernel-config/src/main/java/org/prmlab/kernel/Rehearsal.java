package org.prmlab.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.kernel.wire.ConnectionFile;
import org.prmlab.kernel.wire.Message;
import org.prmlab.kernel.wire.MessageCodec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A short session with itself, over real sockets: what the virtual machine loads for it is kept in
 * an archive of classes, so that later starts are quicker.
 */
final class Rehearsal {
  /** The command-line word that asks for it. */
  static final String COMMAND = "rehearse";

  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int x = 3; System.out.println(\"hi\"); x * 2",
          "int half(int n) { return n / 2; }\nhalf(4)",
          "display(\"<b>x</b>\", \"text/html\");",
          "new java.awt.image.BufferedImage(8, 8, 1)",
          "FirstLook.example().chart()", // with the toolkit on the class path: fonts, lines, PNG
          "1 / 0");

  private static final String CLASS_PATH = "PRMLAB_CLASSPATH";

  private Rehearsal() {}

  static void run() throws IOException {
    ConnectionFile file = new ConnectionFile(connection(), Path.of("rehearsal"));
    Session session = new Session(file, new Environment(classPath()));
    Thread kernel =
        new Thread(
            () -> {
              try {
                session.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "rehearsal");
    kernel.setDaemon(true);
    kernel.start();
    try (ZContext context = new ZContext()) {
      ZMQ.Socket shell = context.createSocket(SocketType.DEALER);
      shell.connect(file.address("shell"));
      MessageCodec codec = new MessageCodec(file);
      ask(shell, codec, "kernel_info_request", new JsonObject());
      for (String cell : CELLS) {
        ask(shell, codec, "execute_request", code(cell));
      }
      ask(shell, codec, "complete_request", code("ArrayL"));
      ask(shell, codec, "inspect_request", code("Math.max"));
      ask(shell, codec, "is_complete_request", code("int x = 1;"));
    }
  }

  private static JsonObject code(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    return content;
  }

  /** Of all variables only the class path: a user's start-up scripts are not rehearsed. */
  private static Map<String, String> classPath() {
    String given = System.getenv().getOrDefault(CLASS_PATH, "");
    return given.isEmpty() ? Map.of() : Map.of(CLASS_PATH, given);
  }

  private static void ask(ZMQ.Socket shell, MessageCodec codec, String type, JsonObject content) {
    List<byte[]> frames = codec.encode(Message.request(type, content));
    for (int i = 0; i < frames.size() - 1; i++) {
      shell.sendMore(frames.get(i));
    }
    shell.send(frames.get(frames.size() - 1));
    do {
      shell.recv();
    } while (shell.hasReceiveMore());
  }

  private static JsonObject connection() throws IOException {
    JsonObject fields = new JsonObject();
    fields.addProperty("transport", "tcp");
    fields.addProperty("ip", InetAddress.getLoopbackAddress().getHostAddress());
    fields.addProperty("key", "rehearsal");
    fields.addProperty("signature_scheme", "hmac-sha256");
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String name : List.of("shell", "control", "stdin", "iopub", "hb")) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        fields.addProperty(name + "_port", socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return fields;
  }
}

package org.prmlab.kernel.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The sockets of the kernel. One thread owns them all, because ZeroMQ sockets belong to one thread:
 * senders put their frames into a queue and wake it, so sending never blocks and never waits for a
 * poll interval.
 */
public final class Wire implements Closeable {
  /** Who takes the messages that arrive; called on the wire's thread, so it must not linger. */
  @FunctionalInterface
  public interface Inbox {
    void receive(Channel channel, Message message);
  }

  private record Outgoing(Channel channel, List<byte[]> frames) {}

  private static final int LINGER_MILLIS = 400;

  private final ZContext context = new ZContext();
  private final MessageCodec codec;
  private final Inbox inbox;
  private final Map<Channel, ZMQ.Socket> sockets;
  private final ZMQ.Socket wakeUp;
  private final ZMQ.Socket woken;
  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closing;

  /** Binds all sockets; messages flow after {@link #start}. */
  public Wire(ConnectionFile file, Inbox inbox) throws IOException {
    this.codec = new MessageCodec(file);
    this.inbox = inbox;
    context.setLinger(LINGER_MILLIS);
    sockets =
        Map.of(
            Channel.SHELL, bind(SocketType.ROUTER, file.address("shell")),
            Channel.CONTROL, bind(SocketType.ROUTER, file.address("control")),
            Channel.STDIN, bind(SocketType.ROUTER, file.address("stdin")),
            Channel.IOPUB, bind(SocketType.PUB, file.address("iopub")));
    woken = context.createSocket(SocketType.PULL);
    woken.bind("inproc://wake");
    wakeUp = context.createSocket(SocketType.PUSH);
    wakeUp.connect("inproc://wake");
    thread = daemon("wire", this::serve);
    ZMQ.Socket heartbeat = bind(SocketType.REP, file.address("hb"));
    daemon("heartbeat", () -> echo(heartbeat)).start();
  }

  public void start() {
    thread.start();
  }

  /** Sends a message; safe from any thread, in the order of the calls of one thread. */
  public void send(Channel channel, Message message) {
    outgoing.add(new Outgoing(channel, codec.encode(message)));
    wake();
  }

  /** Sends what is waiting, then closes the sockets. */
  @Override
  public void close() {
    closing = true;
    wake();
    try {
      thread.join(LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    synchronized (wakeUp) {
      wakeUp.send(ZMQ.MESSAGE_SEPARATOR, ZMQ.DONTWAIT);
    }
  }

  private ZMQ.Socket bind(SocketType type, String address) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setHWM(0); // unlimited: nothing that was printed is dropped
    socket.setLinger(LINGER_MILLIS);
    socket.bind(address);
    return socket;
  }

  private ZMQ.Socket socket(Channel channel) {
    return Objects.requireNonNull(sockets.get(channel));
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void serve() {
    List<Channel> listened = List.of(Channel.CONTROL, Channel.SHELL, Channel.STDIN);
    try (ZMQ.Poller poller = context.createPoller(listened.size() + 1)) {
      listened.forEach(channel -> poller.register(socket(channel), ZMQ.Poller.POLLIN));
      int waker = poller.register(woken, ZMQ.Poller.POLLIN);
      while (!closing) {
        poller.poll(-1);
        for (int i = 0; i < listened.size(); i++) {
          if (poller.pollin(i)) {
            receiveAll(listened.get(i));
          }
        }
        if (poller.pollin(waker)) {
          drain();
        }
      }
      drain();
    }
    context.close();
  }

  private void receiveAll(Channel channel) {
    ZMQ.Socket socket = socket(channel);
    for (byte[] frame = socket.recv(ZMQ.DONTWAIT);
        frame != null;
        frame = socket.recv(ZMQ.DONTWAIT)) {
      List<byte[]> frames = new ArrayList<>(List.of(frame));
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      try {
        inbox.receive(channel, codec.decode(frames));
      } catch (IOException | RuntimeException e) {
        System.err.println("prmlab kernel: " + e.getMessage());
      }
    }
  }

  private void drain() {
    while (woken.recv(ZMQ.DONTWAIT) != null) {
      // one wake-up per message; the queue below holds the messages themselves
    }
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      ZMQ.Socket socket = socket(next.channel());
      int last = next.frames().size() - 1;
      for (int i = 0; i < last; i++) {
        socket.sendMore(next.frames().get(i));
      }
      socket.send(next.frames().get(last));
    }
  }

  private static void echo(ZMQ.Socket heartbeat) {
    try {
      while (true) {
        heartbeat.send(heartbeat.recv());
      }
    } catch (org.zeromq.ZMQException e) {
      // the context was closed: the kernel ends
    }
  }
}

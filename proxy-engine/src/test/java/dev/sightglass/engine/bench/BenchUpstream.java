package dev.sightglass.engine.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that answers Chat Completions as fast as sockets allow, the end of the deployment's name saying how: {@code json} whole,
 * {@code burst} all chunks in one write, {@code paced} 100 chunks at intervals of 10 ms. Each delta tells when it was sent
 * ({@code t=NANOS;}, the machine's monotonic clock). Ends with its standard input.
 */
final class BenchUpstream {
    static final int DELTAS = 100;
    private static final long PACE_NANOS = 10_000_000;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: ";
    private static final String TAIL =
            "\"created\":1764000000,\"id\":\"chatcmpl-bench\",\"model\":\"gpt-4.1-2025-04-14\",\"object\":";
    private static final String USAGE =
            "\"usage\":{\"completion_tokens\":100,\"prompt_tokens\":50000,\"total_tokens\":50100}";

    private BenchUpstream() {}

    public static void main(String[] args) throws IOException {
        ServerSocket listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> accept(listener));
        System.out.println(listener.getLocalPort());
        while (System.in.read() >= 0) continue;
    }

    private static void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            for (String head = HttpHead.read(in); head != null; head = HttpHead.read(in)) {
                in.skipNBytes(HttpHead.length(head));
                answer(head.substring(0, head.indexOf('\r')), out);
            }
        } catch (IOException e) {
            // The client left.
        }
    }

    private static void answer(String line, OutputStream out) throws IOException {
        if (line.contains("-json/")) {
            String body =
                    "{\"choices\":[{\"finish_reason\":\"stop\",\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                            + stamp() + "word ".repeat(400) + "\"}}]," + TAIL + "\"chat.completion\"," + USAGE + "}";
            send(out, HEAD + "application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        } else if (line.contains("-burst/")) {
            StringBuilder all = new StringBuilder(1 << 15).append(eventHead());
            for (int i = 0; i < DELTAS; i++) all.append(delta());
            send(out, all.append(end()).toString());
        } else {
            send(out, eventHead());
            long due = System.nanoTime();
            for (int i = 0; i < DELTAS; i++) {
                send(out, delta());
                due += PACE_NANOS;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            }
            send(out, end());
        }
    }

    private static String eventHead() {
        return HEAD + "text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String delta() {
        return chunk("{\"choices\":[{\"content_filter_results\":{},\"delta\":{\"content\":\"" + stamp()
                + "\"},\"finish_reason\":null,\"index\":0,\"logprobs\":null}]," + TAIL
                + "\"chat.completion.chunk\",\"usage\":null}");
    }

    private static String end() {
        return chunk("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\",\"index\":0}]," + TAIL
                        + "\"chat.completion.chunk\",\"usage\":null}")
                + chunk("{\"choices\":[]," + TAIL + "\"chat.completion.chunk\"," + USAGE + "}")
                + "e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n";
    }

    private static String chunk(String json) {
        String event = "data: " + json + "\n\n";
        return Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
    }

    private static String stamp() {
        return "t=" + System.nanoTime() + "; ";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}

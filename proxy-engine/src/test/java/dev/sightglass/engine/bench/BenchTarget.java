package dev.sightglass.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a request can be sent to: the upstream itself, the proxy, or nginx as the limit of passing on. */
record BenchTarget(
        String name, int port, boolean translates, @Nullable Process process) implements AutoCloseable {
    /** A main class of the tests in a process of its own, which tells its port. */
    static BenchTarget java(String name, boolean translates, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        String more = System.getProperty("bench.proxy.args", "");
        if (translates && !more.isEmpty())
            command.addAll(1, List.of(more.strip().split(" +", -1)));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
        String port = out.readLine();
        if (port == null) throw new IOException(main + " did not start");
        return new BenchTarget(name, Integer.parseInt(port), translates, process);
    }

    /** nginx passing on to a port, where it is installed. */
    static Optional<BenchTarget> nginx(int upstream, Path folder) throws IOException {
        Path program = Path.of("/usr/sbin/nginx");
        if (!Files.isExecutable(program)) return Optional.empty();
        int port = freePort();
        Path config = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log stderr crit;
                events { worker_connections 1024; }
                http { access_log off; client_max_body_size 64m; client_body_buffer_size 1m;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi; keepalive_requests 1000000;
                  upstream azure { server 127.0.0.1:%2$d; keepalive 128; keepalive_requests 1000000; }
                  server { listen 127.0.0.1:%3$d; location / { proxy_pass http://azure; proxy_http_version 1.1;
                    proxy_set_header Connection ""; proxy_buffering off; proxy_request_buffering off; } } }
                """.formatted(folder, upstream, port));
        Process process = new ProcessBuilder(program.toString(), "-c", config.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Optional.of(new BenchTarget("nginx", port, false, process));
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Up to the value of the length, which each request adds. */
    String head(String deployment) {
        String path = translates
                ? "/anything/v1/messages?beta=true"
                : "/openai/deployments/" + deployment + "/chat/completions?api-version=2025-01-01-preview";
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "x-api-key: a-key-of-the-benchmark\r\nanthropic-version: 2023-06-01\r\nContent-Length: ";
    }

    /** CPU time of the process so far, ns; 0 for the upstream itself. */
    long cpuNanos() {
        if (process == null) return 0;
        return process.info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    @Override
    public void close() throws IOException {
        if (process == null) return;
        process.getOutputStream().close();
        try {
            if (name.equals("nginx") || !process.waitFor(10, TimeUnit.SECONDS)) process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

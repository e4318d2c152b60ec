package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A process that does nothing but open a store, show its first rows and then go over all others, so that its memory is the
 * store's own. What it tells, one line each: a name and a number.
 */
final class StoreProcess {
    private static final int FIRST = 200;
    private static final int PAGE = 1_000;

    private StoreProcess() {}

    /** Folder; {@code keep} when each summary stays in memory, as rows of a table do. */
    public static void main(String[] args) throws IOException {
        boolean keep = args.length > 1 && args[1].equals("keep");
        List<ExchangeSummary> kept = new ArrayList<>();
        long started = System.nanoTime();
        try (SqliteExchangeStore store =
                SqliteExchangeStore.open(StoreOptions.writing(Path.of(args[0])).keeping(100L << 30, null))) {
            List<ExchangeSummary> page = store.newest(FIRST, null);
            tell("first screen us", (System.nanoTime() - started) / 1_000);
            tell("rss kB after first screen", kilobytes("VmRSS:"));
            long rows = page.size();
            if (keep) kept.addAll(page);
            while (!page.isEmpty()) {
                ExchangeId oldest = page.getLast().id();
                page = store.newest(PAGE, oldest);
                rows += page.size();
                if (keep) kept.addAll(page);
            }
            tell("rows", rows);
            tell("all rows us", (System.nanoTime() - started) / 1_000);
            tell("rss kB after all rows", kilobytes("VmRSS:"));
            System.gc();
            tell(
                    "live heap kB",
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 10);
            tell("rss kB after a collection", kilobytes("VmRSS:"));
            tell("kept", kept.size());
        }
    }

    static void tell(String name, long value) {
        System.out.println(name + ": " + value);
    }

    /** A figure of this process that the kernel keeps, such as VmRSS. */
    static long kilobytes(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
        return 0;
    }

    /** What a main class of the tests tells, run with the flags that the packaged app has, and some more. */
    static Map<String, Long> run(Class<?> main, Traffic traffic, String heap, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC",
                "-XX:+UseCompactObjectHeaders",
                heap,
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            try (DataOutputStream in =
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16))) {
                traffic.send(in);
            }
            Map<String, Long> told = new LinkedHashMap<>();
            for (String line = out.readLine(); line != null; line = out.readLine())
                told.put(line.substring(0, line.indexOf(':')), Long.parseLong(line.substring(line.indexOf(':') + 2)));
            if (process.waitFor() != 0) throw new IOException(main + " failed after " + told);
            return told;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Without SLF4J, which the tests' libraries bring: SQLite's driver would start it, and the app has none. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a process reads. */
    interface Traffic {
        void send(DataOutputStream out) throws IOException;
    }
}

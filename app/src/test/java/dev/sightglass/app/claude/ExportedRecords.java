package dev.sightglass.app.claude;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records that {@code export} writes of what a {@link ServeProcess} has stored. */
final class ExportedRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SECONDS = 60;

    private ExportedRecords() {}

    /** All exchanges, oldest first; {@code folder} is the one given to the process. */
    static List<JsonNode> of(Path folder) throws Exception {
        Path file = folder.resolve("exchanges.jsonl");
        Path output = folder.resolve("export-output.txt");
        ProcessBuilder builder = new ProcessBuilder(SightglassCommand.of(
                "export",
                "--format",
                "jsonl",
                "--out",
                file.toString(),
                "--data-dir",
                ServeProcess.dataFolder(folder)));
        builder.environment().clear();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("export failed: " + Files.readString(output));
        }
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }
}

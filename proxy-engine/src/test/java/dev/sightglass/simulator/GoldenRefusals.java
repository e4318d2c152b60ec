package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Golden pairs of a refused request and the error that the service answers with, one file each. */
public final class GoldenRefusals {
    private GoldenRefusals() {}

    /** The cases in a resource folder, in the order of their names. */
    public static Stream<String> names(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the case's request and compares the answer with the case's error. */
    public static void check(AzureSimulator azure, String folder, String name) throws Exception {
        JsonNode golden = SimulatorClient.json(Files.readString(path(folder).resolve(name + ".json")));
        HttpResponse<String> response = new SimulatorClient(azure)
                .post(golden.path("path").asString(), golden.path("request").toString());
        JsonNode error = SimulatorClient.json(response.body());
        if (error instanceof tools.jackson.databind.node.ObjectNode object) {
            object.remove("request_id");
        }
        assertThat(error).isEqualTo(golden.path("answer"));
        assertThat(response.statusCode()).isEqualTo(golden.path("status").asInt());
        assertThat(azure.lastReceived().isValid()).isFalse();
    }

    private static Path path(String folder) {
        try {
            return Path.of(GoldenRefusals.class.getResource(folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

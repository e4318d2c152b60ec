package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Outcome;
import dev.sightglass.simulator.AzureSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what is let in: nothing of this reaches Azure, and the proxy serves on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTest {
    private static final String REST = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private AzureSimulator azure;
    private Rig rig;

    @BeforeAll
    void start() throws Exception {
        azure = AzureSimulator.startDefault();
        rig = Rig.before(azure.baseUri().toString());
    }

    @AfterAll
    void stop() {
        rig.close();
        azure.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example:8000",
                "0.0.0.0:8000",
                "192.168.1.7:8000",
                "127.0.0.1.nip.io",
                "[fe80::1]:8000"
            })
    void otherHostNamesAreRefused(String host) throws Exception {
        assertRefused("POST /v1/messages HTTP/1.1\r\nHost: " + host + "\r\n" + REST, "403", "host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"})
    void namesOfThisMachineAreServed(String host) throws Exception {
        try (Wire client = rig.connect()) {
            client.send("HEAD /api/hello HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "user@localhost", "localhost:8000:1", "local host", "localhost,evil.example"})
    void brokenHostsAreRefused(String host) throws Exception {
        assertRejectedOrClosed("POST /v1/messages HTTP/1.1\r\nHost: " + host + "\r\n" + REST);
    }

    @Test
    void noHostOrTwoHostsAreRefused() throws Exception {
        assertRejectedOrClosed("POST /v1/messages HTTP/1.1\r\n" + REST);
        assertRejectedOrClosed("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n" + REST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:8000",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void webPagesAreRefusedAndGetNoCorsHeader(String header) throws Exception {
        String answer = assertRefused(
                "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n" + REST, "403", "origin");
        assertThat(answer).doesNotContainIgnoringCase("access-control");
    }

    @Test
    void preflightsAreRefused() throws Exception {
        String answer = assertRefused(
                "OPTIONS /v1/messages HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                        + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
                "403",
                "origin");
        assertThat(answer).doesNotContainIgnoringCase("access-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""})
    void simplePostsAreRefused(String type) throws Exception {
        String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        assertRefused(
                "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\n" + header + "Content-Length: 2\r\n\r\n{}",
                "415",
                "content-type");
    }

    @Test
    void lengthAndTransferEncodingTogetherEndTheConnection() throws Exception {
        String hidden =
                "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + Rig.ask(false).length() + "\r\n\r\n" + Rig.ask(false);
        assertRejectedOrClosed(
                "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 6\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5", "-1", "0x10", "5, 5", "5 5", "99999999999999999999999999", "", "5abc"})
    void oddLengthsAreRefused(String length) throws Exception {
        assertRejectedOrClosed("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xchunked",
                "gzip",
                "identity",
                "chunked, identity",
                "gzip, chunked",
                "chunked, chunked",
                " ",
                "x"
            })
    void oddTransferEncodingsAreRefused(String coding) throws Exception {
        assertRejectedOrClosed("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: " + coding + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "+2", "0x2", "2_0", "2zz", "zz", "FFFFFFFFFFFFFFFFF", "2 ", " 2"})
    void oddChunkSizesAreRefused(String size) throws Exception {
        assertRejectedOrClosed("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n{}\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n",
                "GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n",
                "POST http://localhost:1/v1/messages HTTP/1.1\r\nHost: localhost\r\n" + REST
            })
    void otherServersAreNotReachedThroughHere(String request) throws Exception {
        assertRejectedOrClosed(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "FOO"})
    void oddMethodsAreRefusedWithoutAnEcho(String method) throws Exception {
        try (Wire client = rig.connect()) {
            client.send(method + " /v1/messages HTTP/1.1\r\nHost: localhost\r\nX-Canary: s3cret\r\n\r\n");
            assertThat(client.readAnswer())
                    .startsWith("HTTP/1.1 405")
                    .contains("\"type\":\"error\"")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void unknownAndTraversingPathsAreNotFound() throws Exception {
        try (Wire client = rig.connect()) {
            for (String path : new String[] {"/../../etc/passwd", "/x?q={\"a\":1}|z", "/%2e%2e/%2e%2e/etc/passwd"}) {
                client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.readAnswer()).startsWith("HTTP/1.1 404").contains("not_found_error");
            }
        }
        assertThat(rig.last().outcome()).isInstanceOf(Outcome.Rejected.class);
    }

    private String assertRefused(String request, String status, String reason) throws Exception {
        int before = azure.received().size();
        try (Wire client = rig.connect()) {
            client.send(request);
            String answer = client.readAnswer();
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"type\":\"error\"");
            assertThat(rig.last().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            outcome -> assertThat(outcome.reason()).isEqualTo(reason));
            assertThat(azure.received()).hasSize(before);
            return answer;
        }
    }

    private void assertRejectedOrClosed(String request) throws Exception {
        int before = azure.received().size();
        try (Wire client = rig.connect()) {
            client.send(request);
            String all = client.readAll();
            assertThat(all).doesNotContain("HTTP/1.1 200");
            if (!all.isEmpty() && !all.startsWith("<")) assertThat(all).matches("(?s)HTTP/1\\.1 (4|501).*");
        }
        assertThat(azure.received()).hasSize(before);
        try (Wire client = rig.connect()) {
            client.send("HEAD /api/hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).as("the next client").startsWith("HTTP/1.1 200");
        }
    }
}

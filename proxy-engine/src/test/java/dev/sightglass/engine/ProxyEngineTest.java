package dev.sightglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ProxyEngineTest {
    private static final EngineSettings ANY_PORT = EngineSettings.DEFAULT.with(ListenSettings.DEFAULT.withPort(0));

    @Test
    void startsAndStopsAHundredTimesOnOnePort() throws Exception {
        int port = freePort();
        try (ProxyEngine engine = engine(ANY_PORT.with(ListenSettings.DEFAULT.withPort(port)))) {
            for (int i = 0; i < 100; i++) {
                engine.start();
                assertThat(engine.state()).isInstanceOf(ProxyState.Running.class);
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                engine.stop();
                assertThat(engine.state()).isInstanceOf(ProxyState.Stopped.class);
            }
        }
    }

    @Test
    void takenPortIsToldWithAFreeOne() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.1", 0));
            int taken = other.getLocalPort();
            try (ProxyEngine engine = engine(ANY_PORT.with(ListenSettings.DEFAULT.withPort(taken)))) {
                assertThatThrownBy(engine::start).isInstanceOfSatisfying(ProxyStartException.class, e -> {
                    assertThat(e.reason()).contains("Port " + taken, "already in use");
                    assertThat(e.suggestedPort()).isPresent();
                });
                assertThat(engine.state()).isInstanceOf(ProxyState.Failed.class);
            }
        }
    }

    @Test
    void portThatIsTakenOnIpv6OnlyIsNotTakenByHalf() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("::1", 0));
            int taken = other.getLocalPort();
            try (ProxyEngine engine = engine(ANY_PORT.with(ListenSettings.DEFAULT.withPort(taken)))) {
                assertThatThrownBy(engine::start).isInstanceOf(ProxyStartException.class);
                new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1")).close();
            }
        }
    }

    @Test
    void localhostIsServedOnBothAddressFamilies() throws Exception {
        try (ProxyEngine engine = engine(ANY_PORT)) {
            engine.start();
            int port = ((ProxyState.Running) engine.state()).port();
            new Socket("127.0.0.1", port).close();
            new Socket("::1", port).close();
        }
    }

    @Test
    void statesAreToldInOrder() throws Exception {
        List<String> states = new CopyOnWriteArrayList<>();
        try (ProxyEngine engine = engine(ANY_PORT)) {
            engine.onState(state -> states.add(state.getClass().getSimpleName()));
            engine.start();
            engine.restart();
            engine.stop();
        }
        assertThat(states)
                .containsExactly(
                        "Starting", "Running", "Stopping", "Stopped", "Starting", "Running", "Stopping", "Stopped");
    }

    @Test
    void baseUrlNamesLocalhostAndTheBasePath() throws Exception {
        try (ProxyEngine engine = engine(ANY_PORT)) {
            engine.start();
            ProxyState.Running running = (ProxyState.Running) engine.state();
            assertThat(running.baseUrl()).hasToString("http://localhost:" + running.port() + "/anything");
        }
    }

    @Test
    void otherListenSettingsNeedARestartAndOthersDoNot() throws Exception {
        try (ProxyEngine engine = engine(ANY_PORT)) {
            assertThat(engine.apply(ANY_PORT)).isFalse();
            engine.start();
            assertThat(engine.apply(ANY_PORT.with(ANY_PORT.azure().withDeployment("d"))))
                    .isFalse();
            assertThat(engine.apply(ANY_PORT.with(ANY_PORT.listen().withBasePath("/x"))))
                    .isTrue();
        }
    }

    private static ProxyEngine engine(EngineSettings settings) {
        return new ProxyEngine(settings, new MemoryExchangeStore());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

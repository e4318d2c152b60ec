package dev.sightglass.simulator;

import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.api.ModelApi;
import dev.sightglass.simulator.chat.ChatApi;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.deployment.StandardDeployments;
import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.messages.MessagesApi;
import dev.sightglass.simulator.responses.ResponsesApi;
import dev.sightglass.simulator.wire.HttpListener;
import dev.sightglass.simulator.wire.RequestHead;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An Azure resource on loopback: strict about requests, scripted in its answers, faulty on demand. Serves from the moment it is
 * started until it is closed. Thread-safe.
 */
public final class AzureSimulator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String key;
    private final RequestLog log = new RequestLog();
    private final FaultPlan faults = new FaultPlan();
    private final HttpListener listener;
    private volatile AnswerScript script;

    private AzureSimulator(Builder builder) throws IOException {
        key = builder.key;
        script = builder.script;
        Map<Api, ModelApi> apis = List.<ModelApi>of(new ChatApi(), new ResponsesApi(), new MessagesApi()).stream()
                .collect(Collectors.toMap(ModelApi::api, Function.identity()));
        Judge judge = new Judge(new Credentials(key), new Deployments(builder.deployments), apis);
        listener = HttpListener.start(builder.port, new RequestProcessor(judge, log, faults, () -> script));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A simulator with the standard deployments on any free port. */
    public static AzureSimulator startDefault() throws IOException {
        return builder().start();
    }

    /** The resource's endpoint: {@code http://127.0.0.1:PORT}, no slash at the end. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    public int port() {
        return listener.port();
    }

    /** The only credential that is accepted, as a key or as a bearer token. */
    public String key() {
        return key;
    }

    /** From now on this script answers. */
    public void script(AnswerScript other) {
        script = other;
    }

    /** The next request without a rule of its own meets these faults; calls queue up, one for each request. */
    public void next(Fault... fault) {
        faults.next(List.of(fault));
    }

    /** The first request that fits meets these faults. */
    public void once(Predicate<RequestHead> applies, Fault... fault) {
        faults.once(applies, List.of(fault));
    }

    /** The first request whose body contains this text meets these faults, unless its head has met others. */
    public void onceFor(String partOfBody, Fault... fault) {
        faults.onceFor(partOfBody, List.of(fault));
    }

    /** Every request meets these faults until {@link #clearFaults}. */
    public void always(Fault... fault) {
        faults.always(List.of(fault));
    }

    public void clearFaults() {
        faults.clear();
    }

    /** All requests that have arrived, refused ones too. */
    public List<ReceivedRequest> received() {
        return log.all();
    }

    /** The newest request. */
    public ReceivedRequest lastReceived() {
        return log.all().getLast();
    }

    /**
     * Waits up to ten seconds until that many requests have arrived, each with its whole body.
     *
     * @throws IllegalStateException when they have not
     */
    public List<ReceivedRequest> awaitReceived(int count) throws InterruptedException {
        return log.await(count, PATIENCE);
    }

    /** Connections open at this moment, idle ones included. */
    public int openConnections() {
        return listener.openConnections();
    }

    /** Stops to accept and breaks every open connection. */
    @Override
    public void close() {
        listener.close();
    }

    /** Settings of a simulator; everything has a default. */
    public static final class Builder {
        private int port;
        private String key = "simulated-azure-key";
        private AnswerScript script = new DefaultAssistant();
        private List<SimulatedDeployment> deployments = new ArrayList<>(StandardDeployments.all());

        private Builder() {}

        /** 0, the default, takes any free port. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        public Builder key(String value) {
            key = value;
            return this;
        }

        public Builder script(AnswerScript answers) {
            script = answers;
            return this;
        }

        /** Adds a deployment, in place of one of the same name. */
        public Builder deployment(SimulatedDeployment deployment) {
            deployments.removeIf(other -> other.name().equals(deployment.name()));
            deployments.add(deployment);
            return this;
        }

        /** Replaces all deployments. */
        public Builder deployments(List<SimulatedDeployment> all) {
            deployments = new ArrayList<>(all);
            return this;
        }

        /** @throws IOException when the port is taken */
        public AzureSimulator start() throws IOException {
            return new AzureSimulator(this);
        }
    }
}

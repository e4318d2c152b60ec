package dev.sightglass.simulator.demo;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A short conversation sent through a proxy as Claude Code would send it: a question with parallel tool use, a sub-agent at its
 * side, background calls, a count of tokens, a rate limit with its retry, a filtered answer and one that is cancelled. It takes
 * about ten seconds. Whoever made it runs it once, on any thread; interrupting the thread ends it early.
 */
public final class DemoConversation implements Runnable {
    /** The model id of the main conversation, which is a deployment's name in the demo. */
    public static final String MAIN_MODEL = "gpt-4.1";
    /** The id of the small model for background calls. */
    public static final String BACKGROUND_MODEL = "claude-haiku-4-5";

    private static final System.Logger LOG = System.getLogger(DemoConversation.class.getName());
    private static final String MESSAGES = "/v1/messages?beta=true";
    private static final int ALL = Integer.MAX_VALUE;
    private static final int LEAVE_AFTER = 30;
    private static final String MAIN_ROLE = "You are Sightglass's sample assistant, in the main conversation.";
    private static final String AGENT_ROLE =
            "You are a helper that searches a project and reports; you change nothing.";
    private static final Map<String, String> RESULTS = Map.of(
            "Read",
            DemoTexts.resource("tide-table-before.txt"),
            "Bash",
            DemoTexts.resource("test-output.txt"),
            "Write",
            "File " + DemoTexts.AFTER_WRITING,
            "Grep",
            DemoTexts.AFTER_GREP + ": return time.plusHours(1);\nsrc/test/java/harbour/tide/TideTableTest.java:19");

    private final URI proxyBase;

    /** @param proxyBase the proxy's base URL, its path prefix included: what ANTHROPIC_BASE_URL would be */
    public DemoConversation(URI proxyBase) {
        this.proxyBase = proxyBase;
    }

    /** Holds the conversation; returns when it is over. A proxy that stops meanwhile ends it early, which is logged. */
    @Override
    public void run() {
        try {
            hold();
        } catch (IOException | ExecutionException e) {
            LOG.log(Level.INFO, "the sample conversation ended early: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Holds the conversation.
     *
     * @throws IOException when the proxy cannot be reached or breaks a connection
     * @throws ExecutionException when that happens to a request that runs at the side
     */
    public void hold() throws IOException, InterruptedException, ExecutionException {
        String sessionId = DemoRequests.newSessionId();
        DemoRequests requests = new DemoRequests(sessionId);
        try (DemoClient client = new DemoClient(proxyBase, sessionId);
                ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor()) {
            new Session(client, requests, aside).hold();
        }
    }

    /** One run of the conversation. */
    private static final class Session {
        private final DemoClient client;
        private final DemoRequests requests;
        private final ExecutorService aside;
        private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();

        Session(DemoClient client, DemoRequests requests, ExecutorService aside) {
            this.client = client;
            this.requests = requests;
            this.aside = aside;
        }

        void hold() throws IOException, InterruptedException, ExecutionException {
            Future<Integer> title = aside.submit(() -> client.send(MESSAGES, requests.title(BACKGROUND_MODEL), 0));
            messages.add(DemoRequests.user(DemoTexts.QUESTION));
            messages.add(DemoRequests.system("Working directory: /home/dev/harbour\nPlatform: linux\nBranch: main"));
            turn();
            Future<Void> agent = aside.submit(subAgent());
            Future<Integer> count = aside.submit(() -> client.send(
                    "/v1/messages/count_tokens?beta=true", requests.countTokens(MAIN_MODEL, messages.deepCopy()), 0));
            turn();
            turn();
            title.get();
            agent.get();
            count.get();
            summary();
            ask(DemoTexts.WARNING_TASK, ALL);
            ask(DemoTexts.HISTORY_TASK, LEAVE_AFTER);
        }

        /** One answer of the model; its tool calls are run and their results put behind it. */
        private void turn() throws IOException, InterruptedException {
            turn(messages, MAIN_ROLE, null);
        }

        private void turn(ArrayNode conversation, String role, @Nullable String agentId)
                throws IOException, InterruptedException {
            DemoAnswer answer = client.stream(requests.turn(MAIN_MODEL, role, conversation), agentId, ALL);
            conversation.add(DemoRequests.assistant(answer.content()));
            if (!answer.toolUses().isEmpty()) {
                ObjectNode results = conversation.addObject().put("role", "user");
                ArrayNode blocks = results.putArray("content");
                answer.toolUses().forEach(use -> blocks.add(result(use)));
            }
        }

        private Callable<Void> subAgent() {
            return () -> {
                ArrayNode conversation = JsonNodeFactory.instance.arrayNode();
                conversation.add(DemoRequests.user(DemoTexts.SUB_AGENT_TASK));
                turn(conversation, AGENT_ROLE, "a1f3c27");
                turn(conversation, AGENT_ROLE, "a1f3c27");
                return null;
            };
        }

        /** The first attempt meets the rate limit; Claude Code tries once more. */
        private void summary() throws IOException, InterruptedException {
            ObjectNode body = requests.background(BACKGROUND_MODEL, DemoTexts.SUMMARY_TASK);
            if (client.send(MESSAGES, body, 0) != 200) {
                client.send(MESSAGES, body, 1);
            }
        }

        private void ask(String question, int maxEvents) throws IOException, InterruptedException {
            ArrayNode conversation = messages.deepCopy();
            conversation.add(DemoRequests.user(question));
            client.stream(requests.turn(MAIN_MODEL, MAIN_ROLE, conversation), null, maxEvents);
        }

        private static ObjectNode result(JsonNode use) {
            String name = use.path("name").asString("");
            String text = RESULTS.getOrDefault(name, "There is no tool of the name " + name);
            return DemoRequests.toolResult(use.path("id").asString(), text, name.equals("Bash"));
        }
    }
}

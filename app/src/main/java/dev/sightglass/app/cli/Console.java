package dev.sightglass.app.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * What a command meets outside: its output, its environment, the request to end.
 *
 * @param environment environment variables, by name
 */
public record Console(PrintStream out, PrintStream err, Map<String, String> environment, Termination termination) {}

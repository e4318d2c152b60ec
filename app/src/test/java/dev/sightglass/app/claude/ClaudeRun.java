package dev.sightglass.app.claude;

/** What one run of the client left: its exit code and what it printed. */
record ClaudeRun(int exitCode, String stdout, String stderr) {}

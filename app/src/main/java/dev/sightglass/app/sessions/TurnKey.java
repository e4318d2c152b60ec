package dev.sightglass.app.sessions;

/**
 * Names a turn in its session: a prompt and all calls that it caused.
 *
 * @param prompt the client's id of the prompt, or what tells the prompt from the others
 */
public record TurnKey(SessionKey session, String prompt) {}

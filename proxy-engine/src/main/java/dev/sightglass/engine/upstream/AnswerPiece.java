package dev.sightglass.engine.upstream;

/** What came of an answer's body. */
public sealed interface AnswerPiece {
    /** Bytes, as many as were there. */
    record Bytes(byte[] bytes) implements AnswerPiece {}

    /** Nothing came in the time given. */
    record Silence() implements AnswerPiece {}

    /** The body is complete. */
    record End() implements AnswerPiece {}

    /** The body broke off; {@code reason} is a sentence for a person. */
    record Broken(String reason) implements AnswerPiece {}
}

package dev.sightglass.app.control.text;

/** Is told of each line of a text that is being written, as it ends. */
interface LineSink {
    /** @param end where the line break stands, or the text ends */
    void line(byte[] text, int from, int end);
}

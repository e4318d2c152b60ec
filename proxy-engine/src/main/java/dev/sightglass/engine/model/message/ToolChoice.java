package dev.sightglass.engine.model.message;

/** Which tools the model may or must call. */
public sealed interface ToolChoice {
    /** True when the model may call one tool at a time only. */
    boolean noParallel();

    record Auto(boolean noParallel) implements ToolChoice {}

    record Any(boolean noParallel) implements ToolChoice {}

    record Named(String name, boolean noParallel) implements ToolChoice {}

    record None() implements ToolChoice {
        @Override
        public boolean noParallel() {
            return false;
        }
    }
}

package dev.sightglass.engine.tokens;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a picture costs, by its size alone. */
enum ImageTokens {
    /**
     * Azure OpenAI's rule for high detail ("Use vision-enabled chat models", image tokens): fitted into 2048 by 2048, its
     * short side scaled down to 768, then 170 tokens for each tile of 512 by 512, and 85.
     */
    TILES(765) {
        @Override
        long of(ImageSize size) {
            double width = size.width();
            double height = size.height();
            double fit = Math.min(1, 2048 / Math.max(width, height));
            double shorten = Math.min(1, 768 / (Math.min(width, height) * fit));
            double scale = fit * shorten;
            long across = (long) Math.ceil(Math.round(width * scale) / 512.0);
            long down = (long) Math.ceil(Math.round(height * scale) / 512.0);
            return 85 + 170 * Math.max(1, across) * Math.max(1, down);
        }
    },
    /** Anthropic's rule ("Vision", calculate image costs): fitted into 1568 by 1568, then one token for 750 pixels. */
    PIXELS(1600) {
        @Override
        long of(ImageSize size) {
            double fit = Math.min(1, 1568.0 / Math.max(size.width(), size.height()));
            double pixels = size.width() * fit * size.height() * fit;
            return Math.max(1, Math.min(1600, Math.round(pixels / 750)));
        }
    };

    /** For a picture whose size is not known: one of about a megapixel. */
    private final int unknown;

    ImageTokens(int unknown) {
        this.unknown = unknown;
    }

    static ImageTokens forModel(String model) {
        return model.startsWith("claude") ? PIXELS : TILES;
    }

    abstract long of(ImageSize size);

    /** @param source the block's {@code source} */
    long count(JsonNode source) {
        Optional<ImageSize> size = ImageSize.ofBase64(source.path("data").asString(""));
        return size.map(this::of).orElse((long) unknown);
    }
}

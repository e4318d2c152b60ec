package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyAssemblyTest {
    private static final Pack PIECES = pack(1, "one", "two", "");
    /** Three bytes of glue, then the patches' bytes. */
    private static final Pack OWN = pack(2, "unused", "<|>ABCD");

    private static Pack pack(long id, String... pieces) {
        return Pack.decode(
                id,
                Pack.encode(Arrays.stream(pieces)
                        .map(piece -> piece.getBytes(StandardCharsets.US_ASCII))
                        .toList()));
    }

    /** Puts {@code <one|two>} together. */
    private static String assembled(int size, Recipe.Patch... patches) {
        List<Recipe.Item> items = List.of(
                new Recipe.Glue(1),
                new Recipe.Piece(Pack.ref(1, 0)),
                new Recipe.Glue(1),
                new Recipe.Piece(Pack.ref(1, 1)),
                new Recipe.Glue(1));
        BodyAssembly body = new BodyAssembly(size, new Recipe(items, List.of(patches)), OWN, 1);
        body.glue(1);
        body.piece(PIECES, 0);
        body.glue(1);
        body.piece(PIECES, 1);
        body.glue(1);
        return new String(body.bytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void glueAndPiecesStandEndToEnd() {
        assertThat(assembled(9)).isEqualTo("<one|two>");
    }

    @Test
    void patchesGoWhereTheyWereTakenFromInsidePiecesAndBetween() {
        assertThat(assembled(12, new Recipe.Patch(2, 1), new Recipe.Patch(5, 2)))
                .isEqualTo("<oAne|BCtwo>");
    }

    @Test
    void patchesAtTheBeginningAtTheEndAndAtOnePlaceKeepTheirOrder() {
        assertThat(assembled(13, new Recipe.Patch(0, 1), new Recipe.Patch(9, 1), new Recipe.Patch(9, 2)))
                .isEqualTo("A<one|two>BCD");
    }

    @Test
    void whatDoesNotFitIsDamaged() {
        assertThatThrownBy(() -> assembled(8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assembled(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assembled(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assembled(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assembled(10, new Recipe.Patch(12, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assembled(10, new Recipe.Patch(5, 1), new Recipe.Patch(3, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import org.junit.jupiter.api.Test;

class ZstdBindingTest {
    /**
     * A binding by {@code SymbolLookup.loaderLookup()} takes a symbol from any library of the class loader; JavaFX's GTK
     * library brings the system's libzstd among them, of another version, and the process dies on the first piece stored.
     */
    @Test
    void zstdIsCalledThroughJniWhereNoOtherLibraryCanAnswer() {
        assertThat(Zstd.class
                        .getClassLoader()
                        .getResource("META-INF/versions/22/com/github/luben/zstd/ZstdBinding.class"))
                .isNull();
        assertThat(Zstd.compressBound(1)).isPositive();
    }
}

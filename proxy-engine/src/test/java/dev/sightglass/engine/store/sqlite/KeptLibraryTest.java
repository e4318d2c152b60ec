package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLibraryTest {
    @TempDir
    Path packedIn;

    @TempDir
    Path folder;

    private URL packed;
    private KeptLibrary library;

    @BeforeEach
    void pack() throws IOException {
        Path file = Files.writeString(packedIn.resolve("libfast.so"), "machine code".repeat(20_000));
        packed = file.toUri().toURL();
        library = new KeptLibrary(folder, "fast", "1.2.3");
    }

    @Test
    void libraryIsUnpackedOnceAndFoundByLaterStarts() throws IOException {
        assertThat(library.find()).isNull();

        Path copy = library.unpack(packed);

        assertThat(copy).hasContent("machine code".repeat(20_000));
        assertThat(new KeptLibrary(folder, "fast", "1.2.3").find()).isEqualTo(copy);
        assertThat(files()).containsExactly(copy);
    }

    @Test
    void copyThatChangedIsNotUsedAndUnpackedAnew() throws IOException {
        Path copy = library.unpack(packed);
        Files.writeString(copy, "machine code");

        assertThat(library.find()).isNull();

        assertThat(library.unpack(packed)).hasContent("machine code".repeat(20_000));
        assertThat(library.find()).isNotNull();
    }

    @Test
    void linkIsNotTakenForTheCopy() throws IOException {
        Path copy = library.unpack(packed);
        Path elsewhere = packedIn.resolve("elsewhere");
        Files.move(copy, elsewhere);
        Files.createSymbolicLink(copy, elsewhere);

        assertThat(library.find()).isNull();
    }

    @Test
    void otherVersionsGoWhenOneIsUnpackedAndOtherLibrariesStay() throws IOException {
        library.unpack(packed);
        Path other = new KeptLibrary(folder, "other", "1").unpack(packed);

        Path newer = new KeptLibrary(folder, "fast", "1.2.4").unpack(packed);

        assertThat(library.find()).isNull();
        assertThat(files()).containsExactlyInAnyOrder(other, newer);
    }

    @Test
    void whatTheJarLacksIsNotUnpacked() throws IOException {
        assertThat(library.unpack(null)).isNull();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

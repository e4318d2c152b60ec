package dev.sightglass.engine.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A library of machine code that comes in a jar, unpacked once for all starts of its version. The copy's name ends with the
 * checksum of what was unpacked, so that one that was cut short or changed since is not used.
 */
final class KeptLibrary {
    private static final int BUFFER = 64 << 10;
    /** Such as {@code .so}: Windows wants it. */
    private static final String ENDING = ending(System.mapLibraryName("x"));

    private final Path folder;
    /** What the names of all copies begin with, whatever their version. */
    private final String anyVersion;

    private final String thisVersion;

    /** @param folder one that only this user may write */
    KeptLibrary(Path folder, String name, String version) {
        this.folder = folder;
        this.anyVersion = "kept-" + name + "-";
        String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        this.thisVersion = anyVersion + version + "-" + machine.replaceAll("[^A-Za-z0-9_-]", "") + "-";
    }

    /** The sound copy of this version, or null when there is none. */
    @Nullable
    Path find() throws IOException {
        for (Path copy : copies(thisVersion)) if (copy.getFileName().toString().equals(nameOf(copy))) return copy;
        return null;
    }

    /** Unpacks the library in the place of other versions; null when there is nothing to unpack. */
    @Nullable
    Path unpack(@Nullable URL packed) throws IOException {
        if (packed == null) return null;
        List<Path> before = copies(anyVersion);
        // Whole or not at all, also when two processes start at once.
        Path part = Files.createTempFile(folder, "unpacking-", ".part");
        try {
            try (InputStream in = packed.openStream();
                    OutputStream out = Files.newOutputStream(part)) {
                in.transferTo(out);
            }
            Path copy = folder.resolve(nameOf(part));
            Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
            before.remove(copy);
            before.forEach(KeptLibrary::discard);
            return copy;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<Path> copies(String start) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                boolean named = file.getFileName().toString().startsWith(start);
                if (named && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) found.add(file);
            }
        }
        return found;
    }

    private String nameOf(Path content) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(content)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) checksum.update(buffer, 0, n);
        }
        return thisVersion + Long.toHexString(checksum.getValue()) + ENDING;
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.'));
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException _) {
            // Another process has it in use, and its own version's next unpacking tries again.
        }
    }
}

package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's and zstd's machine code from a folder that only this user may write, both at the same time. SQLite's driver
 * would copy its library anew at each start and compare the copy byte by byte, which takes a third of the time until the
 * first screen: here the copy stays for the next start.
 */
final class NativeLibraries {
    private NativeLibraries() {}

    /** Loads both; does nothing when they are loaded. */
    static synchronized void load(Path folder) throws IOException {
        if (System.getProperty("ZstdTempFolder") == null) System.setProperty("ZstdTempFolder", folder.toString());
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", folder.toString());
            place(folder);
        }
        Thread sqlite = Thread.ofPlatform().daemon().name("store-sqlite-load").start(NativeLibraries::loadSqlite);
        Native.load();
        try {
            sqlite.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void loadSqlite() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // The first connection tries the same again, fails, and its message reaches a person.
            System.getLogger(NativeLibraries.class.getName()).log(System.Logger.Level.DEBUG, "SQLite's library", e);
        }
    }

    /** Puts SQLite's library where the driver looks first, unless it is there. */
    private static void place(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resources = LibraryLoaderUtil.getNativeLibResourcePath();
        URL packed = SQLiteJDBCLoader.class.getResource(resources + "/" + name);
        if (packed == null) return; // an unusual machine: the driver looks elsewhere, and says where
        // Not "sqlite-...": the driver deletes such files when it starts.
        Path own = folder.resolve("library" + resources.replace('/', '-') + "-" + SQLiteJDBCLoader.getVersion());
        Path place = own.resolve(name);
        if (!Files.exists(place)) copy(packed, place);
        System.setProperty("org.sqlite.lib.path", own.toString());
    }

    /** Whole or not at all, also when two processes start at once. */
    private static void copy(URL packed, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Path part = Files.createTempFile(place.getParent(), "copy-", ".part");
        try (InputStream in = packed.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

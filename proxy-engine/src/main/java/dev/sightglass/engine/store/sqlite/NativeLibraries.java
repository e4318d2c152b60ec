package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.util.Native;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's and zstd's machine code from a folder that only this user may write, both at the same time. Both drivers
 * would copy their libraries anew at each start, SQLite's after asking a process of its own what machine this is: here the
 * copies stay for the next start.
 */
final class NativeLibraries {
    private NativeLibraries() {}

    /** Loads both; does nothing when they are loaded. */
    static synchronized void load(Path folder) throws IOException {
        Thread sqlite = Thread.ofPlatform().daemon().name("store-sqlite-load").start(() -> loadSqlite(folder));
        loadZstd(folder);
        new SQLiteConfig(); // its classes take as long as the library
        try {
            sqlite.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void loadSqlite(Path folder) {
        try {
            if (System.getProperty("org.sqlite.tmpdir") == null) {
                System.setProperty("org.sqlite.tmpdir", folder.toString());
                placeSqlite(folder);
            }
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // The first connection tries the same again, fails, and its message reaches a person.
            System.getLogger(NativeLibraries.class.getName()).log(System.Logger.Level.DEBUG, "SQLite's library", e);
        }
    }

    /** Tells the driver where the library is kept. */
    private static void placeSqlite(Path folder) throws IOException {
        KeptLibrary kept = new KeptLibrary(folder, "sqlite", SQLiteJDBCLoader.getVersion());
        Path library = kept.find();
        if (library == null) {
            String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
            library = kept.unpack(SQLiteJDBCLoader.class.getResource(resource));
        }
        if (library == null) return; // an unusual machine: the driver looks elsewhere, and says where
        System.setProperty("org.sqlite.lib.path", String.valueOf(library.getParent()));
        System.setProperty("org.sqlite.lib.name", String.valueOf(library.getFileName()));
    }

    private static void loadZstd(Path folder) throws IOException {
        if (Native.isLoaded()) return;
        if (System.getProperty("ZstdTempFolder") == null) System.setProperty("ZstdTempFolder", folder.toString());
        KeptLibrary kept = new KeptLibrary(folder, "zstd", ZstdVersion.VERSION);
        Path library = kept.find();
        if (library == null) library = kept.unpack(Native.class.getResource(zstdResource()));
        if (library != null && System.getProperty("ZstdNativePath") == null) loadZstdFrom(library);
        Native.load();
    }

    private static void loadZstdFrom(Path library) {
        System.setProperty("ZstdNativePath", library.toString());
        try {
            Native.load();
        } catch (UnsatisfiedLinkError _) {
            // Of a machine that shares the folder, but not its machine code: the driver finds its own.
            System.clearProperty("ZstdNativePath");
        }
    }

    /** Where zstd's jar has the library of this machine, as far as it names it in the usual way. */
    private static String zstdResource() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).replace(' ', '_');
        String folder = os.startsWith("win") ? "win" : os.startsWith("mac") ? "darwin" : os;
        String arch = System.getProperty("os.arch");
        String machine = folder.equals("darwin") && arch.equals("amd64") ? "x86_64" : arch;
        String name = System.mapLibraryName("zstd-jni-" + ZstdVersion.VERSION);
        String file = folder.equals("win") ? "lib" + name : name;
        return "/" + folder + "/" + machine + "/" + file;
    }
}

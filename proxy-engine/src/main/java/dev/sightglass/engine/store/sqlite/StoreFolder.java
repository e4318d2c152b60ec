package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.StoreRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The data folder: its files, their modes (0600 in 0700, where the file system knows modes) and who may write. */
final class StoreFolder implements AutoCloseable {
    static final String DATABASE = "exchanges.db";

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> listener = _ -> {};
    private @Nullable FileChannel lock;

    StoreFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    void tell(String notice) {
        notices.add(notice);
        listener.accept(notice);
    }

    /** From now on notices are also told when they come. */
    void onNotice(Consumer<String> told) {
        listener = told;
    }

    /** Makes the folder and the places for the native libraries, which must not lie where other users may write. */
    void prepare() {
        try {
            createFolder(folder);
            mend(folder, FOLDER);
            Path natives = folder.resolve("native");
            createFolder(natives);
            mend(natives, FOLDER);
            NativeLibraries.load(natives); // now, while the folder named by the first store to open is sure to exist
        } catch (IOException | LinkageError e) {
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE,
                    "The data folder " + folder + " cannot be used (" + e.getMessage()
                            + "). Choose another with --data-dir.",
                    e);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        boolean modes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (modes) Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        else Files.createDirectories(folder);
    }

    /** Makes the database file, so that it has its mode from the start (SQLite gives its mode to -wal and -shm). */
    void prepareDatabase() throws IOException {
        for (Path file : List.of(database(), sibling("-wal"), sibling("-shm")))
            if (Files.exists(file)) mend(file, FILE);
        if (!Files.exists(database())) {
            createPrivate(database());
        }
    }

    /** Makes an empty file that only its owner may read, from creation on. */
    static void createPrivate(Path file) throws IOException {
        boolean modes = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (modes) Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        else Files.createFile(file);
    }

    /** Asks to be the one writer; false when another process is. Ends with {@link #close} or with the process. */
    boolean lock() {
        Path file = folder.resolve("store.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            mend(file, FILE);
            FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                return false;
            }
            lock = channel;
            String owner = "process " + ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)), 0);
            return true;
        } catch (IOException e) {
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE,
                    "The data folder " + folder + " cannot be locked (" + e.getMessage()
                            + "). Choose another with --data-dir.",
                    e);
        }
    }

    /** Who holds the lock, for people. */
    String owner() {
        try {
            String text = Files.readString(folder.resolve("store.lock"), StandardCharsets.US_ASCII)
                    .strip();
            return text.isEmpty() ? "another process" : text;
        } catch (IOException _) {
            return "another process";
        }
    }

    /** Renames the database and what belongs to it; returns the new place. */
    Path moveAside() throws IOException {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss"));
        String suffix = ".corrupt-" + time;
        Path target = database().resolveSibling(database().getFileName() + suffix);
        for (int i = 2; Files.exists(target); i++)
            target = database().resolveSibling(database().getFileName() + suffix + "-" + i);
        Files.move(database(), target, StandardCopyOption.ATOMIC_MOVE);
        for (String end : List.of("-wal", "-shm"))
            moveIfThere(sibling(end), target.resolveSibling(target.getFileName() + end));
        return target;
    }

    /** The last reader that closes takes log and index away, maybe at this moment. */
    private static void moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (NoSuchFileException _) {
            // Its content is in the database then.
        }
    }

    long bytes() {
        long sum = 0;
        for (Path file : List.of(database(), sibling("-wal"))) {
            try {
                sum += Files.exists(file) ? Files.size(file) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sum;
    }

    Path sibling(String end) {
        return database().resolveSibling(database().getFileName() + end);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void mend(Path path, Set<PosixFilePermission> wanted) throws IOException {
        if (!Files.getFileStore(path).supportsFileAttributeView("posix")) return;
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
        if (now.equals(wanted)) return;
        Files.setPosixFilePermissions(path, wanted);
        boolean open = Files.isRegularFile(path) && Files.size(path) > 0 && !wanted.containsAll(now);
        if (open) notices.add(path + " could be read by other users of this computer; its mode is mended.");
    }

    @Override
    public void close() {
        if (lock == null) return;
        try {
            lock.close();
            lock = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

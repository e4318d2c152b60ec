package dev.sightglass.engine.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read: mode 0600 in directories of mode 0700, from their creation on. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes the directory, and those above it, unless it is there; an existing one is narrowed to its owner. */
    public static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) Files.createDirectories(directory, attributes("rwx------"));
        narrow(directory, "rwx------");
    }

    /** Writes the whole file or leaves it as it was. */
    public static void write(Path file, byte[] bytes) throws IOException {
        makeDirectory(folder(file));
        Path temporary = createBeside(file, file.getFileName().toString(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE))) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) channel.write(rest);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A new empty file in the target's folder. Where there are no POSIX modes, the folder's own rules hold. */
    public static Path createBeside(Path target, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder(target), prefix, suffix, attributes("rw-------"));
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException(file + " is no place for a file");
        return folder;
    }

    /** Takes every right from everybody but the owner. */
    public static void narrow(Path file, String permissions) throws IOException {
        if (POSIX) Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        if (!POSIX) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}

package dev.sightglass.engine.export;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner can read, from the moment they exist. */
final class PrivateFiles {
    private PrivateFiles() {}

    /** A new empty file in the target's folder. Where there are no POSIX modes, the folder's own rules hold. */
    static Path createBeside(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) throw new IOException(target + " is no place for a file");
        return Files.createTempFile(folder, ".sightglass-export-", ".part", ownerOnly());
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}

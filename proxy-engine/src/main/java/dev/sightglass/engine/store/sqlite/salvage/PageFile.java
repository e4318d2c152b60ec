package dev.sightglass.engine.store.sqlite.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** The pages of a database as its log makes them. Only reads. */
final class PageFile implements AutoCloseable {
    private final FileChannel database;
    private final FileChannel log;
    private final int pageSize;
    private final Map<Integer, Long> logged = new HashMap<>();
    private int count;

    /** @param wal may be a file that does not exist */
    PageFile(Path file, Path wal, int pageSize) throws IOException {
        this.pageSize = pageSize;
        WalFile frames = WalFile.read(wal, pageSize);
        database = FileChannel.open(file, StandardOpenOption.READ);
        log = frames.committed().isEmpty() ? database : FileChannel.open(wal, StandardOpenOption.READ);
        count = (int) ((database.size() + pageSize - 1) / pageSize);
        for (WalFile.Frame frame : frames.committed()) {
            logged.put(frame.page(), frame.position());
            if (frame.pagesAfter() > 0) count = frame.pagesAfter();
        }
    }

    int count() {
        return count;
    }

    int size() {
        return pageSize;
    }

    /** The page's bytes; zeros for what the file does not have. Numbers begin at 1. */
    ByteBuffer page(int number) throws IOException {
        if (number < 1 || number > count) throw new DamagedRecord("there is no page " + number);
        Long place = logged.get(number);
        FileChannel from = place == null ? database : log;
        long at = place == null ? (long) (number - 1) * pageSize : place;
        ByteBuffer page = ByteBuffer.allocate(pageSize);
        while (page.hasRemaining() && from.read(page, at + page.position()) >= 0) {
            // until it is full or the file ends
        }
        return page.clear();
    }

    @Override
    public void close() throws IOException {
        try (database;
                log) {
            logged.clear();
        }
    }
}

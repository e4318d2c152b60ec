package dev.sightglass.engine.store.sqlite.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a write-ahead log, each checked alone: its checksum goes on from the one that the frame before it has, so a
 * damaged frame does not make the ones after it useless, as it does for SQLite, which silently ends at the first bad frame.
 * Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
public final class WalFile {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;

    private final List<Frame> frames = new ArrayList<>();
    private boolean headerSound;
    private int saltOne;
    private int saltTwo;

    /**
     * A frame of the log's present generation.
     *
     * @param page the page's number, from 1
     * @param pagesAfter the database's size in pages when a transaction ends here, else 0
     * @param position of the page's bytes in the file
     */
    record Frame(int page, int pagesAfter, long position, boolean sound) {}

    private WalFile() {}

    /** Reads all of it; what is missing or too short has no frames. */
    public static WalFile read(Path file, int pageSize) throws IOException {
        WalFile wal = new WalFile();
        if (!Files.exists(file) || Files.size(file) < HEADER) return wal;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            wal.readFrames(channel, pageSize);
        }
        return wal;
    }

    /** True when transactions that had been ended are not readable any more for SQLite, which would drop them without a word. */
    public boolean isDamaged() {
        boolean bad = !headerSound;
        for (Frame frame : frames) {
            if (bad && frame.sound && frame.pagesAfter > 0) return true;
            bad |= !frame.sound;
        }
        return false;
    }

    /** The sound frames up to the last end of a transaction. */
    List<Frame> committed() {
        int last = frames.size() - 1;
        while (last >= 0 && !(frames.get(last).sound && frames.get(last).pagesAfter > 0)) last--;
        return frames.subList(0, last + 1).stream().filter(Frame::sound).toList();
    }

    private void readFrames(FileChannel channel, int pageSize) throws IOException {
        ByteBuffer header = bytes(channel, 0, HEADER);
        boolean bigEndian = header.getInt(0) == (MAGIC | 1);
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Checksum head = new Checksum(order).add(header, 0, 24);
        headerSound = (header.getInt(0) & ~1) == MAGIC && head.is(header.getInt(24), header.getInt(28));
        int one = header.getInt(24);
        int two = header.getInt(28);
        saltOne = header.getInt(16);
        saltTwo = header.getInt(20);
        long size = (long) FRAME_HEADER + pageSize;
        for (long at = HEADER; at + size <= channel.size(); at += size) {
            ByteBuffer frame = bytes(channel, at, (int) size);
            if (at == HEADER && !headerSound) takeSalts(frame);
            if (frame.getInt(8) == saltOne && frame.getInt(12) == saltTwo) {
                Checksum sum = new Checksum(order, one, two).add(frame, 0, 8).add(frame, FRAME_HEADER, (int) size);
                boolean sound = sum.is(frame.getInt(16), frame.getInt(20)) && frame.getInt(0) > 0;
                frames.add(new Frame(frame.getInt(0), frame.getInt(4), at + FRAME_HEADER, sound));
            }
            one = frame.getInt(16);
            two = frame.getInt(20);
        }
    }

    /** The header cannot be believed: the first frame says which generation this is. */
    private void takeSalts(ByteBuffer frame) {
        saltOne = frame.getInt(8);
        saltTwo = frame.getInt(12);
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // until it is full
        }
        return buffer.flip().limit(count);
    }

    /** SQLite's running sum over pairs of 32-bit words. */
    private static final class Checksum {
        private final ByteOrder order;
        private int one;
        private int two;

        Checksum(ByteOrder order) {
            this(order, 0, 0);
        }

        Checksum(ByteOrder order, int one, int two) {
            this.order = order;
            this.one = one;
            this.two = two;
        }

        Checksum add(ByteBuffer bytes, int from, int to) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int i = from; i < to; i += 8) {
                one += words.getInt(i) + two;
                two += words.getInt(i + 4) + one;
            }
            return this;
        }

        boolean is(int wantedOne, int wantedTwo) {
            return one == wantedOne && two == wantedTwo;
        }
    }
}

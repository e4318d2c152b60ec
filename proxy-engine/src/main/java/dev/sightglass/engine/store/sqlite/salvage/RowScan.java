package dev.sightglass.engine.store.sqlite.salvage;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes over all pages of a database and gives every row that stands whole on one, whichever table it is of. Trees are not
 * followed, since a damaged page would hide all below it. Rows that were deleted are not given.
 * Format: https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
public final class RowScan implements AutoCloseable {
    private static final int INDEX_INNER = 2;
    private static final int INDEX_LEAF = 10;
    private static final int TABLE_LEAF = 13;
    private static final int FILE_HEADER = 100;
    private static final int LARGEST = 256 << 20;

    private final PageFile pages;

    /** Is given the rows one after the other. */
    public interface Taker<E extends Exception> {
        void take(RawRow row) throws E;
    }

    /** @param wal may be a file that does not exist */
    public RowScan(Path file, Path wal, int pageSize) throws IOException {
        pages = new PageFile(file, wal, pageSize);
    }

    public <E extends Exception> void run(Taker<E> taker) throws IOException, E {
        for (int number = 1; number <= pages.count(); number++) {
            if (isPointerMap(number)) continue;
            for (RawRow row : rows(number)) taker.take(row);
        }
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }

    /** Databases that can shrink have pages that tell of the pages after them. */
    private boolean isPointerMap(int number) {
        int group = pages.size() / 5 + 1;
        return number >= 2 && (number - 2) % group == 0;
    }

    private List<RawRow> rows(int number) throws IOException {
        ByteBuffer page = pages.page(number);
        int start = number == 1 ? FILE_HEADER : 0;
        int type = page.get(start);
        if (type != INDEX_INNER && type != INDEX_LEAF && type != TABLE_LEAF) return List.of();
        int cells = page.getShort(start + 3) & 0xFFFF;
        int pointers = start + (type == INDEX_INNER ? 12 : 8);
        List<RawRow> rows = new ArrayList<>();
        for (int i = 0; i < cells && pointers + 2 * i + 2 <= page.capacity(); i++) {
            RawRow row = row(page, type, page.getShort(pointers + 2 * i) & 0xFFFF);
            if (row != null) rows.add(row);
        }
        return rows;
    }

    private @Nullable RawRow row(ByteBuffer page, int type, int cell) throws IOException {
        try {
            ByteBuffer from = page.duplicate().position(cell);
            if (type == INDEX_INNER) from.getInt();
            long size = varint(from);
            long number = type == TABLE_LEAF ? varint(from) : 0;
            if (size < 1 || size > Math.min(LARGEST, (long) pages.count() * pages.size())) return null;
            byte[] record = payload(from, (int) size, type == TABLE_LEAF);
            return new RawRow(type == TABLE_LEAF, number, values(ByteBuffer.wrap(record)));
        } catch (DamagedRecord | IllegalArgumentException | BufferUnderflowException _) {
            return null; // counted by who knows which rows there were
        }
    }

    /** What is too long for a page goes on on others, each telling the next. */
    private byte[] payload(ByteBuffer from, int size, boolean table) throws IOException {
        byte[] bytes = new byte[size];
        int here = local(size, table);
        from.get(bytes, 0, here);
        int done = here;
        int next = done < size ? from.getInt() : 0;
        while (done < size) {
            ByteBuffer page = pages.page(next);
            next = page.getInt();
            int more = Math.min(size - done, pages.size() - 4);
            page.get(bytes, done, more);
            done += more;
        }
        return bytes;
    }

    private int local(int size, boolean table) {
        int usable = pages.size();
        int most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        if (size <= most) return size;
        int least = (usable - 12) * 32 / 255 - 23;
        int wanted = least + (size - least) % (usable - 4);
        return wanted <= most ? wanted : least;
    }

    private static List<@Nullable Object> values(ByteBuffer record) {
        int headerSize = (int) varint(record);
        if (headerSize < 1 || headerSize > record.capacity()) throw new DamagedRecord("a record's header is damaged");
        ByteBuffer body = record.duplicate().position(headerSize);
        List<@Nullable Object> values = new ArrayList<>();
        while (record.position() < headerSize) values.add(value(varint(record), body));
        if (body.hasRemaining()) throw new DamagedRecord("a record is longer than it says");
        return values;
    }

    private static @Nullable Object value(long type, ByteBuffer body) {
        if (type >= 12) {
            byte[] bytes = bytes((type - 12) / 2, body);
            return (type & 1) == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
        }
        return switch ((int) type) {
            case 0 -> null;
            case 1 -> integer(1, body);
            case 2 -> integer(2, body);
            case 3 -> integer(3, body);
            case 4 -> integer(4, body);
            case 5 -> integer(6, body);
            case 6 -> integer(8, body);
            case 7 -> body.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> throw new DamagedRecord("a record has a value of no known kind");
        };
    }

    private static byte[] bytes(long count, ByteBuffer body) {
        if (count > body.remaining()) throw new DamagedRecord("a value is longer than its record");
        byte[] bytes = new byte[(int) count];
        body.get(bytes);
        return bytes;
    }

    private static Long integer(int bytes, ByteBuffer body) {
        long value = body.get();
        for (int i = 1; i < bytes; i++) value = value << 8 | (body.get() & 0xFF);
        return value;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte b = from.get();
            value = value << 7 | (b & 0x7F);
            if (b >= 0) return value;
        }
        return value << 8 | (from.get() & 0xFF);
    }
}

package dev.sightglass.engine.store.form;

import java.util.Arrays;

/** A growing byte array with variable-length numbers (7 bits a byte, low bits first). */
public final class ByteSink {
    private byte[] bytes;
    private int size;

    public ByteSink() {
        this(64);
    }

    public ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    /** A sink that begins with bytes that nobody changes any more: they are not copied until more comes. */
    public static ByteSink of(byte[] bytes) {
        return new ByteSink(bytes);
    }

    private ByteSink(byte[] bytes) {
        this.bytes = bytes;
        this.size = bytes.length;
    }

    public int size() {
        return size;
    }

    public ByteSink put(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteSink put(byte[] from) {
        return put(from, 0, from.length);
    }

    public ByteSink put(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, size, end - start);
        size += end - start;
        return this;
    }

    /** A number that is never negative. */
    public ByteSink number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** A number of either sign, short when near 0. */
    public ByteSink signed(long value) {
        return number(zigzag(value));
    }

    /** Length, then bytes. */
    public ByteSink block(byte[] block) {
        return number(block.length).put(block);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes, to be read only: they may be this sink's own. */
    public byte[] view() {
        return size == bytes.length ? bytes : toBytes();
    }

    /** The bytes from {@code start} on. */
    public byte[] toBytes(int start) {
        return Arrays.copyOfRange(bytes, start, size);
    }

    public static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void room(int more) {
        if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
}

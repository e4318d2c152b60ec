package dev.sightglass.engine.upstream.azure.foundry;

/** The part of a client's address that Foundry gets: from {@code /v1/messages} on, query included. */
final class MessagesPath {
    private static final String START = "/v1/messages";
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    private MessagesPath() {}

    /** Characters that must not stand in an address are encoded, the rest is kept as it came. */
    static String of(String uri) {
        int query = uri.indexOf('?');
        int start = (query < 0 ? uri : uri.substring(0, query)).lastIndexOf(START);
        String path = start < 0 ? START : uri.substring(start);
        StringBuilder encoded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            if (plain) encoded.append(c);
            else encoded.append('%').append(String.format("%02X", c & 0xFF));
        }
        return encoded.toString();
    }
}

package uk.anteroom.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a file is by its first bytes. Names and what a browser says of a file are never asked. */
enum Format {
    PDF,
    JPEG,
    PNG,
    HEIC;

    /** The brands of ISO/IEC 23008-12 that telephones write. */
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "hevc", "mif1");

    private static final int BRAND = 8;

    static Optional<Format> of(byte[] file) {
        if (begins(file, 0, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        boolean heic = begins(file, 4, "ftyp") && HEIC_BRANDS.stream().anyMatch(brand -> begins(file, BRAND, brand));
        return heic ? Optional.of(HEIC) : Optional.empty();
    }

    private static boolean begins(byte[] file, int at, String sign) {
        byte[] bytes = sign.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + bytes.length && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
}

package uk.anteroom.attachment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody called a file, as far as it can be shown and saved again anywhere. Hides itself when printed. */
record FileName(String value) {

    static final int LONGEST = 100;

    private static final String NAMELESS = "file";

    /** Signs that nobody sees: some of them turn the direction of writing around, so that exe.jpg reads gpj.exe. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** File systems give these a meaning. */
    private static final Pattern SPECIAL = Pattern.compile("[\"*:<>?|]");

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Set<String> JPEG = Set.of(".jpg", ".jpeg");
    private static final Set<String> CONVERTED = Set.of(".heic", ".heif");

    /** Reads what a browser sent: some send the folders, too. */
    static FileName read(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(GAPS.matcher(last).replaceAll(" ")).replaceAll("");
        String plain = SPECIAL.matcher(seen).replaceAll("_").strip();
        while (plain.startsWith(".")) {
            plain = plain.substring(1).strip();
        }
        return new FileName(plain.isEmpty() ? NAMELESS : first(plain, LONGEST));
    }

    /** The same name, ending as files of that kind do: what calls itself an .exe and is a PDF is saved as a PDF. */
    FileName as(FileKind kind) {
        String dotted = "." + kind.extension();
        String ending = ending();
        if (ending.equals(dotted) || kind == FileKind.JPEG && JPEG.contains(ending)) {
            return this;
        }
        String stem = CONVERTED.contains(ending) ? value.substring(0, value.length() - ending.length()) : value;
        return new FileName(first(stem, LONGEST - dotted.length()) + dotted);
    }

    private String ending() {
        int dot = value.lastIndexOf('.');
        return dot < 1 ? "" : value.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static String first(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }

    @Override
    public String toString() {
        return "FileName(hidden)";
    }
}

package uk.anteroom.conversation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the web addresses in a text. */
final class LinkFinder {

    /** Only these two ways of speaking; any other, such as javascript, stays words. */
    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    /** What ends a sentence, or closes what was opened before the address. */
    private static final Pattern AFTER = Pattern.compile("[.,;:!?')\\]}\u2019\u201D\u2026]+$");

    /** Nothing that looks like another letter, or turns the others around. */
    private static final Pattern ASCII = Pattern.compile("[!-~]+");

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private LinkFinder() {}

    /** Its words and links, in their order. */
    static List<TextPart> in(String text) {
        List<TextPart> parts = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int done = 0;
        while (found.find()) {
            String address = AFTER.matcher(found.group()).replaceFirst("");
            Optional<TextPart> link = link(address);
            if (link.isPresent()) {
                words(parts, text.substring(done, found.start()));
                parts.add(link.get());
                done = found.start() + address.length();
            }
        }
        words(parts, text.substring(done));
        return parts;
    }

    private static void words(List<TextPart> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new TextPart(text, null));
        }
    }

    /** Empty for an address that browsers may read in another way than people: with a name before the host, or a host of other letters. */
    private static Optional<TextPart> link(String address) {
        try {
            URI read = new URI(address);
            String host = read.getHost() == null ? "" : read.getHost().toLowerCase(Locale.ROOT);
            return ASCII.matcher(address).matches()
                            && read.getRawUserInfo() == null
                            && HOST.matcher(host).matches()
                    ? Optional.of(new TextPart(address, host))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

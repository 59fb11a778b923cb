package uk.anteroom.photo;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a photo shows, in words. */
@Component
public class PhotoWords {

    private final MessageSource messages;

    PhotoWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Ear, left. */
    public String of(Photo photo) {
        String site = of(photo.site());
        return photo.side() == null ? site : site + ", " + of(photo.side());
    }

    public String of(BodySite site) {
        return say("photo.site." + word(site));
    }

    public String of(Side side) {
        return say("photo.side." + word(side));
    }

    /** Clinical photo: ear, left. */
    String title(Photo photo) {
        return say("photo.title.record", of(photo));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

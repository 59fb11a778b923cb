package uk.anteroom.kernel;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings every room leans on.
 *
 * @param publicUrl where patients and staff reach us; links are built from this and never from a request's header
 * @param fieldKey 32 random bytes in base64: seals contact points, dates of birth and links in the database. No default
 * @param allowDramaNumbers whether 07700 900xxx, which belongs to nobody, counts as a mobile number
 * @param limitFactor multiplies every rate limit; 1 but in demonstrations
 */
@Validated
@ConfigurationProperties("anteroom")
public record KernelSettings(
        @NotNull URI publicUrl,
        @NotNull String fieldKey,
        @DefaultValue("false") boolean allowDramaNumbers,
        @DefaultValue("1") @Min(1) int limitFactor) {

    public KernelSettings {
        if (fieldKeyBytes(fieldKey).length != 32) {
            throw new IllegalArgumentException("anteroom.field-key must be 32 random bytes in base64");
        }
        String path = publicUrl.getPath();
        if (!publicUrl.isAbsolute() || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("anteroom.public-url must be an address such as https://video.example");
        }
    }

    private static byte[] fieldKeyBytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    byte[] fieldKeyBytes() {
        return fieldKeyBytes(fieldKey);
    }

    /** The public address with that path behind it. */
    public URI at(String path) {
        return publicUrl.resolve(path);
    }

    @Override
    public String toString() {
        return "KernelSettings[publicUrl=" + publicUrl + ", fieldKey=(secret), allowDramaNumbers=" + allowDramaNumbers
                + ", limitFactor=" + limitFactor + "]";
    }
}

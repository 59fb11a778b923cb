package uk.anteroom.attachment;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The S3-compatible store that keeps the files of conversations.
 *
 * @param endpoint where it is; null for Amazon's own in that region
 * @param bucket null if there is none: files are kept in the database
 * @param secret signs every request; whoever knows it can remove files, and read none
 * @param pathStyle whether the bucket stands in the path instead of the host's name
 */
@ConfigurationProperties("anteroom.attachment.store")
record FileStoreSettings(
        @Nullable URI endpoint,
        @DefaultValue("eu-west-2") String region,
        @Nullable String bucket,
        @Nullable String accessKey,
        @Nullable String secret,
        @DefaultValue("true") boolean pathStyle) {

    FileStoreSettings {
        endpoint = endpoint == null || endpoint.toString().isBlank() ? null : endpoint;
        bucket = blankToNull(bucket);
        accessKey = blankToNull(accessKey);
        secret = blankToNull(secret);
        if (endpoint != null
                && (!"http".equals(endpoint.getScheme()) && !"https".equals(endpoint.getScheme())
                        || endpoint.getHost() == null
                        || endpoint.getUserInfo() != null)) {
            throw new IllegalArgumentException(
                    "anteroom.attachment.store.endpoint must be http:// or https:// and a host, without a name or password");
        }
        if (bucket != null && (accessKey == null || secret == null)) {
            throw new IllegalArgumentException(
                    "anteroom.attachment.store.access-key and .secret are required with a bucket");
        }
        if (bucket == null && (endpoint != null || accessKey != null || secret != null)) {
            throw new IllegalArgumentException(
                    "anteroom.attachment.store.bucket is missing: without one, files would be kept in the database");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "FileStoreSettings[endpoint=" + endpoint + ", region=" + region + ", bucket=" + bucket
                + ", accessKey=(secret), secret=(secret), pathStyle=" + pathStyle + "]";
    }
}

package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreSettingsTest {

    @Test
    void withoutABucketThereIsNone() {
        assertThat(settings("", "", "", "").bucket()).isNull();
        assertThat(settings(null, null, null, null).bucket()).isNull();
    }

    @Test
    void halfASettingIsRefused() {
        assertThatThrownBy(() -> settings("https://s3.example", "files", "key", " "))
                .hasMessageContaining("anteroom.attachment.store.access-key and .secret");
        assertThatThrownBy(() -> settings("https://s3.example", "", "", ""))
                .hasMessageContaining("anteroom.attachment.store.bucket");
        assertThatThrownBy(() -> settings("", "", "key", "secret"))
                .hasMessageContaining("anteroom.attachment.store.bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3.example", "ftp://s3.example", "https://", "https://name:password@s3.example"})
    void endpointIsAnAddressAlone(String endpoint) {
        assertThatThrownBy(() -> settings(endpoint, "files", "key", "secret"))
                .satisfies(e -> assertThat(e).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void neitherKeyNorSecretIsPrinted() {
        assertThat(settings("https://s3.example", "files", "AKIA7", "s3cr3t").toString())
                .doesNotContain("AKIA7", "s3cr3t")
                .contains("(secret)", "files");
    }

    private static FileStoreSettings settings(
            @Nullable String endpoint, @Nullable String bucket, @Nullable String key, @Nullable String secret) {
        return new FileStoreSettings(
                endpoint == null ? null : URI.create(endpoint), "eu-west-2", bucket, key, secret, true);
    }
}

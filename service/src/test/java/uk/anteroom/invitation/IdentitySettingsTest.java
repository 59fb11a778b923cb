package uk.anteroom.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class IdentitySettingsTest {

    @Test
    void theSecondWrongDateOfBirthIsHeldBackForASecond() throws IOException {
        var shipped = new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"));
        assertThat(new Binder(ConfigurationPropertySources.from(shipped))
                        .bind("anteroom.identity", IdentitySettings.class)
                        .get()
                        .holdBack())
                .isEqualTo(Duration.ofSeconds(1));
    }
}

package uk.anteroom.demo.lan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import uk.anteroom.demo.CannotStart;

/**
 * A certificate that nobody has signed, for one address. It is kept, so that a telephone that has accepted it once is not asked again.
 *
 * @param file a PKCS #12 store
 */
record LanCertificate(Path file, String password) {

    private static final String NAME = "demo";
    /** Telephones refuse what is good for much longer than a year. */
    private static final String DAYS = "365";

    /** The one of earlier starts, or a new one if there is none that still holds a week. */
    static LanCertificate kept(Path var, Lan lan, String password) {
        LanCertificate kept = new LanCertificate(var.resolve("lan-" + lan.address() + ".p12"), password);
        if (!kept.holds(Duration.ofDays(7))) {
            kept.make(lan);
        }
        return kept;
    }

    private boolean holds(Duration time) {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store.getCertificate(NAME) instanceof X509Certificate certificate
                    && certificate.getNotAfter().after(Date.from(Instant.now().plus(time)));
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private void make(Lan lan) {
        try {
            Files.deleteIfExists(file);
            ProcessBuilder keytool = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    NAME,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=Anteroom demo",
                    "-ext",
                    "san=ip:" + lan.address(),
                    "-ext",
                    "eku=serverAuth",
                    "-validity",
                    DAYS,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    // not in the list of processes
                    "-storepass:env",
                    "STORE_PASSWORD"));
            keytool.environment().put("STORE_PASSWORD", password);
            Process made = keytool.redirectErrorStream(true).start();
            String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (made.waitFor() != 0) {
                throw new CannotStart("No certificate could be made for " + lan.address() + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new CannotStart("No certificate could be made: Java's keytool did not start. Use a whole JDK.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }
}

package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import uk.anteroom.kernel.KernelSettings;

class LanTest {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void telephoneThatTrustsTheCertificateGetsThePages() throws Exception {
        URI phone = demo.lan().entrance();
        HttpResponse<String> answer =
                trusting().send(HttpRequest.newBuilder(phone).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Demo phone");
    }

    @Test
    void linksToPatientsLeadThere() {
        assertThat(demo.part(KernelSettings.class).publicUrl())
                .isEqualTo(demo.lan().url());
    }

    @Test
    void frontDoorShowsTheCodeAndSaysWhatToAccept() throws Exception {
        assertThat(demo.ask("/demo").body())
                .contains("/demo/phone-code.svg", demo.lan().entrance().toString(), "choose Advanced");
        HttpResponse<String> code = demo.ask("/demo/phone-code.svg");
        assertThat(code.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(code.body()).startsWith("<svg");
    }

    @Test
    void keyOfTheCertificateIsItsOwnersAlone() throws Exception {
        var store = demo.var().resolve("lan-" + demo.lan().address() + ".p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.getParent())))
                .isEqualTo("rwx------");
    }

    private HttpClient trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(
                demo.var().resolve("lan-" + demo.lan().address() + ".p12").toFile())) {
            store.load(in, new Kept(demo.var()).password("lan-certificate").toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("demo", store.getCertificate("demo"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }
}

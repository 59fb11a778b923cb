package uk.anteroom.demo.lan;

import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** A second way into the same pages: TLS, for telephones. */
public final class LanConnector implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final int LONGEST_HEADERS = 16 * 1024;

    private final Lan lan;
    private final LanCertificate certificate;

    private LanConnector(Lan lan, LanCertificate certificate) {
        this.lan = lan;
        this.certificate = certificate;
    }

    /** Makes the certificate if there is none yet. */
    public static LanConnector of(Lan lan, Path var, String password) {
        return new LanConnector(lan, LanCertificate.kept(var, lan, password));
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers((JettyServerCustomizer) server -> server.addConnector(connector(server)));
    }

    private ServerConnector connector(Server server) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.file().toString());
        tls.setKeyStorePassword(certificate.password());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        // an address is no name, so there is none to compare
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(lan.address());
        connector.setPort(lan.port());
        connector.setName("lan");
        return connector;
    }
}

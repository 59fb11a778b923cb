package uk.anteroom.practicelist;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a clinical system for its patients over FHIR R4, a page at a time. It sends GET and nothing else, follows no redirect, and goes on only on
 * the host where it began.
 */
@Component
class RecordReader {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A page of a busy record may take seconds; the body counts too, so that a server that trickles does not hold us. */
    private static final Duration ANSWER = Duration.ofSeconds(60);
    /** A thousand patients with everything a server can attach to them are smaller. */
    private static final int LARGEST = 16 * 1024 * 1024;
    /** What a server may ask us to wait at most; longer would be a reading that seems to hang. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final String TYPE = "application/fhir+json";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final FhirContext fhir = FhirContext.forR4Cached();
    private final RecordLines records;

    RecordReader(RecordLines records) {
        this.records = records;
    }

    /** Where everybody is, or those who changed since then. */
    static URI first(URI base, int pageSize, @Nullable Instant since) {
        String root = base.toString().replaceFirst("/+$", "");
        String changed =
                since == null ? "" : "&_lastUpdated=ge" + since.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        return URI.create(root + "/Patient?_count=" + pageSize + changed);
    }

    /** Fetches one page. {@code odsCode} is the practice's: who belongs to another is not on its list. */
    RecordAnswer read(URI page, String odsCode) {
        HttpResponse<byte[]> response;
        try {
            response = send(page);
        } catch (TimeoutException e) {
            return new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, null);
        } catch (IOException e) {
            return isTooLarge(e)
                    ? new RecordAnswer.Never(ReadingProblem.TOO_LARGE)
                    : new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, null);
        }
        return response.statusCode() == 200 ? page(page, response, odsCode) : byStatus(response);
    }

    private HttpResponse<byte[]> send(URI page) throws IOException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(page)
                .GET()
                .timeout(ANSWER)
                .header("Accept", TYPE)
                .header("X-Request-ID", UUID.randomUUID().toString())
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            // closes the connection of one that still trickles
            answer.cancel(true);
        }
    }

    /** The words of the JDK's own limit; nothing else tells it from a broken connection. */
    private static boolean isTooLarge(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains("exceeds capacity")) {
                return true;
            }
        }
        return false;
    }

    private static RecordAnswer byStatus(HttpResponse<?> response) {
        int status = response.statusCode();
        return switch (status) {
            case 401, 403 -> new RecordAnswer.Never(ReadingProblem.NOT_AUTHORISED);
            case 404, 410 -> new RecordAnswer.LostThePlace();
            case 429 -> new RecordAnswer.NotNow(ReadingProblem.BUSY, retryAfter(response));
            case 503 -> new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, retryAfter(response));
            default -> {
                if (status >= 300 && status < 400) {
                    yield new RecordAnswer.Never(ReadingProblem.REDIRECTED);
                }
                yield status >= 500
                        ? new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, null)
                        : new RecordAnswer.Never(ReadingProblem.NOT_FHIR);
            }
        };
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(null);
    }

    private RecordAnswer page(URI page, HttpResponse<byte[]> response, String odsCode) {
        Bundle bundle;
        try {
            bundle = fhir.newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false))
                    .parseResource(Bundle.class, new String(response.body(), StandardCharsets.UTF_8));
        } catch (DataFormatException | ClassCastException | IllegalArgumentException e) {
            return new RecordAnswer.Never(ReadingProblem.NOT_FHIR);
        }
        Bundle.BundleLinkComponent link = bundle.getLink("next");
        URI next = null;
        if (link != null && link.hasUrl()) {
            Optional<URI> same = onTheSameHost(page, link.getUrl());
            if (same.isEmpty()) {
                return new RecordAnswer.Never(ReadingProblem.FOREIGN_LINK);
            }
            next = same.get();
        }
        List<Line> lines = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .map(patient -> records.line(patient, odsCode))
                .toList();
        return new RecordAnswer.Page(lines, next, date(response));
    }

    /** What a page links to, if it is on its own host; anybody who could name another one would be handed the whole list's request. */
    private static Optional<URI> onTheSameHost(URI page, String link) {
        try {
            // Java's own resolving drops the last step of the path before a query alone
            URI next = link.startsWith("?")
                    ? URI.create(page.toString().replaceFirst("[?#].*", "") + link)
                    : page.resolve(link);
            boolean same = page.getScheme().equalsIgnoreCase(next.getScheme())
                    && page.getHost().equalsIgnoreCase(next.getHost())
                    && port(page) == port(next)
                    && next.getUserInfo() == null;
            return same ? Optional.of(next) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : address.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }

    private static @Nullable Instant date(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Date")
                .flatMap(text -> {
                    try {
                        return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                })
                .orElse(null);
    }
}

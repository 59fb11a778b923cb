package uk.anteroom.attachment;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of an S3-compatible store. Each call is over within {@link #CALL}, whatever the store does; what it could not do is a {@link StoreAway}. */
final class Bucket {

    /** Together below the patience of a page that sends a file, and below a job's heartbeats. */
    static final Duration CALL = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Bucket.class);

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Without a byte, while it has 20 MB to write down. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** One request in a thousand fails for no reason of ours. */
    private static final int TRIES = 2;

    /** Stays there: two that start at once must not remove it under each other. */
    private static final String PROBE = "start";

    private final S3Client client;
    private final String name;

    Bucket(FileStoreSettings settings) {
        this.name = Objects.requireNonNull(settings.bucket());
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL)
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(TRIES)
                                .build()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        Objects.requireNonNull(settings.accessKey()), Objects.requireNonNull(settings.secret()))))
                .forcePathStyle(settings.pathStyle())
                // other makers' stores do not know Amazon's newer checksums; what is sealed shows by itself whether it
                // was changed
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                // the JDK's connections misread every other answer to a question before the body
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
    }

    /** Throws {@link IllegalStateException} if it is set up wrongly; that it is away passes, and is only written down. */
    void tryOut() {
        try {
            put(PROBE, new byte[] {1});
            if (get(PROBE).isEmpty()) {
                throw new IllegalStateException("The store of files does not keep what it was given");
            }
        } catch (StoreAway e) {
            if (e.refused()) {
                throw new IllegalStateException(
                        "The store of files refuses us (anteroom.attachment.store): " + e.getMessage(), e);
            }
            LOG.warn("The store of files does not answer, files can neither be sent nor read: {}", e.getMessage());
        }
    }

    /** Replaces what was there. */
    void put(String key, byte[] bytes) {
        call(() -> client.putObject(
                to -> to.bucket(name).key(key).contentType("application/octet-stream"), RequestBody.fromBytes(bytes)));
    }

    Optional<byte[]> get(String key) {
        return call(() -> {
            try {
                return Optional.of(
                        client.getObjectAsBytes(from -> from.bucket(name).key(key))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** Does nothing if there is none. */
    void delete(String key) {
        call(() -> client.deleteObject(from -> from.bucket(name).key(key)));
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            throw new StoreAway(e.statusCode() + " " + code, refuses(e.statusCode()), e);
        } catch (SdkException | UncheckedIOException e) {
            throw new StoreAway(e.getClass().getSimpleName(), false, e);
        }
    }

    /** Of the 4xx, 408 and 429 ask for patience. */
    private static boolean refuses(int status) {
        return status >= 300 && status < 500 && status != 408 && status != 429;
    }
}

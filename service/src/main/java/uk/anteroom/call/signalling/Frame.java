package uk.anteroom.call.signalling;

import org.jspecify.annotations.Nullable;

/**
 * One message with its envelope.
 *
 * @param number {@code s}: set on every {@link FromClient.Reliable}, from 1
 * @param acknowledged {@code a}: the highest number the page has received in order
 */
record Frame(@Nullable Long number, @Nullable Long acknowledged, FromClient message) {}

package uk.anteroom.smart;

import java.net.URI;

/**
 * What a clinical system says of its sign-in, at {@code .well-known/smart-configuration} below its FHIR base address
 * (SMART App Launch 2.2, "conformance").
 *
 * @param issuer who signs its id tokens
 */
public record SmartConfiguration(URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, String issuer) {}

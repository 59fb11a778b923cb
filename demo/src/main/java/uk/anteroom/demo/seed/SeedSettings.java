package uk.anteroom.demo.seed;

import java.net.URI;

/**
 * What the seed must be told.
 *
 * @param clinicalSystem where the record answers over FHIR
 * @param crowd how many made-up patients to add to the cast
 */
public record SeedSettings(URI clinicalSystem, int crowd) {}

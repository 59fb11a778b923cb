/** A stand-in for EMIS Web or SystmOne: the record over FHIR, and which patient is open. */
@NullMarked
package uk.anteroom.demo.record;

import org.jspecify.annotations.NullMarked;

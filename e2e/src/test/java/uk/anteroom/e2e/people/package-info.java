/** Who and what appears in the journeys, each spoken to in the words of its own page. */
package uk.anteroom.e2e.people;

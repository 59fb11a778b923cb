package uk.anteroom.request;

import uk.anteroom.kernel.PracticeId;

/** A request of a practice came, went, or is another's. */
public record RequestsChanged(PracticeId practice) {}

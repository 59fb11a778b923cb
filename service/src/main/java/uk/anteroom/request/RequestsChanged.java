package uk.anteroom.request;

import uk.anteroom.kernel.PracticeId;

/** More requests are open in a practice than before, or fewer. */
public record RequestsChanged(PracticeId practice) {}

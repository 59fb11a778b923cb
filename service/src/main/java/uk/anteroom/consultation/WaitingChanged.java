package uk.anteroom.consultation;

import uk.anteroom.kernel.PracticeId;

/** Who waits, or what they wish, has changed otherwise than by coming and going. */
record WaitingChanged(PracticeId practice) {}

package uk.anteroom.request;

import uk.anteroom.kernel.PracticeId;

/** Somebody of a practice opened the page of a request, or left it. */
public record LookersChanged(PracticeId practice) {}

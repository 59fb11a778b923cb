package uk.anteroom.conversation;

import uk.anteroom.kernel.PracticeId;

/** In one of a practice's conversations something was written or read. */
public record ConversationChanged(PracticeId practice) {}

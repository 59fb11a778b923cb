package uk.anteroom.conversation;

import uk.anteroom.kernel.PracticeId;

/** A patient has answered the practice. Announced in the commit of the reply, once. */
public record MessageReplied(PracticeId practice, MessageId message) {}

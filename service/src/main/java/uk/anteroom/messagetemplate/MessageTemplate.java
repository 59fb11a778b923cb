package uk.anteroom.messagetemplate;

import java.time.Instant;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.practice.StaffId;

/**
 * A text that a practice keeps for its messages.
 *
 * @param kind what a message that begins with it asks for
 * @param version counts its changes, from 1
 */
public record MessageTemplate(
        TemplateId id,
        TemplateName name,
        MessageKind kind,
        TemplateText text,
        int version,
        StaffId changedBy,
        Instant changedAt) {

    boolean says(TemplateName otherName, MessageKind otherKind, TemplateText otherText) {
        return name.equals(otherName) && kind == otherKind && text.equals(otherText);
    }
}

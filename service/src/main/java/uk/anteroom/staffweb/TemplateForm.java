package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.messagetemplate.MessageTemplate;

/**
 * What somebody typed into the form of a template.
 *
 * @param version the one it began with; 0 if the template is new
 * @param kind null if none is chosen
 */
record TemplateForm(
        UUID id,
        int version,
        String name,
        String text,
        @Nullable MessageKind kind) {

    static TemplateForm fresh() {
        return new TemplateForm(UUID.randomUUID(), 0, "", "", MessageKind.REPLY_REQUIRED);
    }

    static TemplateForm of(MessageTemplate template) {
        return new TemplateForm(
                template.id().value(),
                template.version(),
                template.name().value(),
                template.text().value(),
                template.kind());
    }

    /** The same words, to be saved over that version. */
    TemplateForm over(int other) {
        return new TemplateForm(id, other, name, text, kind);
    }
}

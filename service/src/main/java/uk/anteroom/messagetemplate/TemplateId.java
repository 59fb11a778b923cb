package uk.anteroom.messagetemplate;

import java.util.UUID;

/** Names a template within a practice. */
public record TemplateId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

package uk.anteroom.demo.seed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.messagetemplate.TemplateId;
import uk.anteroom.messagetemplate.TemplateName;
import uk.anteroom.messagetemplate.TemplateText;
import uk.anteroom.practice.StaffMember;

/** The message templates of Riverside. */
enum KeptTexts {
    PHOTO("Photo please", MessageKind.REPLY_REQUIRED, """
            Dear {first name},

            Please send us a photo, so that we can see what you describe. Take it in daylight and in focus: one from close by, and one from further away. Reply to this message and add the photo there.

            If it gets worse before you hear from us, call {telephone}.

            {clinician}
            {surgery}"""),
    NORMAL("Test result normal", MessageKind.REPLY_NOT_REQUIRED_SAVE, """
            Dear {first name},

            Your test result is back and it is normal. You do not need to do anything.

            If you still feel unwell, or have a question, call {telephone}.

            {clinician}
            {surgery}"""),
    BLOOD_TEST("Book a blood test", MessageKind.REPLY_NOT_REQUIRED, """
            Dear {first name},

            We would like you to have a blood test. Call {telephone} to book one. You can eat and drink as usual before it, unless we have told you otherwise.

            {clinician}
            {surgery}""");

    private final String title;
    private final MessageKind kind;
    private final String text;

    KeptTexts(String title, MessageKind kind, String text) {
        this.title = title;
        this.kind = kind;
        this.text = text;
    }

    void keep(MessageTemplates templates, StaffMember by) {
        TemplateId id = new TemplateId(UUID.nameUUIDFromBytes(("template " + name()).getBytes(StandardCharsets.UTF_8)));
        templates.save(by, id, 0, new TemplateName(title), kind, new TemplateText(text));
    }
}

package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterId;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.phone.DemoSmsGateway;
import uk.anteroom.demo.seed.Seed;
import uk.anteroom.kernel.MobileNumber;

class PagesTest {

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void textMessageSentTwiceArrivesOnceWithItsWholeLink() throws Exception {
        LetterId letter = new LetterId(UUID.randomUUID());
        String text = "Riverside Surgery: open https://video.example/v/riv-" + letter + ".";
        for (int i = 0; i < 2; i++) {
            Handover answer = demo.part(DemoSmsGateway.class)
                    .handOver(new Parcel(
                            new Parcel.Reference(Surgery.RIVERSIDE.id(), letter),
                            new MobileNumber("+447700900456"),
                            new LetterText.Sms(text)));
            assertThat(answer).isInstanceOf(Handover.Taken.class);
        }
        assertThat(demo.ask("/demo/phone").body())
                .containsOnlyOnce("data-message=\"" + letter + "\"")
                .contains("data-to=\"07700 900456\"", "href=\"https://video.example/v/riv-" + letter + "\"");
    }

    @Test
    void emailSentTwiceArrivesOnceAndShowsItsHtmlApart() throws Exception {
        UUID letter = UUID.randomUUID();
        JavaMailSender sender = demo.part(JavaMailSender.class);
        for (int i = 0; i < 2; i++) {
            MimeMessage email = sender.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(email, true, "UTF-8");
            parts.setFrom("no-reply@anteroom.example", "Riverside Surgery");
            parts.setTo("rosa.whitfield@mail.example");
            parts.setSubject("Your video call");
            parts.setText("Open: https://video.example/v/" + letter, "<p onclick='alert(1)'>Open</p>");
            email.saveChanges();
            email.setHeader("Message-ID", "<" + letter + "@anteroom.example>");
            sender.send(email);
        }
        assertThat(demo.ask("/demo/phone").body())
                .containsOnlyOnce("data-message=\"" + letter + "\"")
                .contains("href=\"https://video.example/v/" + letter + "\"");
        HttpResponse<String> html = demo.ask("/demo/phone/messages/" + letter + "/html");
        assertThat(html.body()).contains("Open");
        assertThat(html.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allMatch(policy -> policy.contains("sandbox") && !policy.contains("script-src"));
    }

    @Test
    void everyPageOfTheDemoAnswers() throws Exception {
        for (String page :
                new String[] {"/demo", "/demo/phone", "/demo/clinical-system", "/demo/clinical-system?practice=hil"}) {
            assertThat(demo.ask(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(demo.ask("/").headers().firstValue("Location")).hasValue("/demo");
        assertThat(demo.ask("/demo/clinical-system?practice=other").statusCode())
                .isEqualTo(404);
    }

    @Test
    void seedingAgainChangesNothing() {
        String everything = """
                select md5(string_agg(line, '|' order by line)) from (
                    select p::text from patient p union all select a::text from patient_account a
                    union all select r::text from patient_request r union all select s::text from staff_member s
                    union all select c::text from clinical_system c) as all_lines(line)
                """;
        String before = demo.asked(Surgery.RIVERSIDE, everything);
        demo.part(Seed.class).run(new DefaultApplicationArguments());
        assertThat(demo.asked(Surgery.RIVERSIDE, everything)).isEqualTo(before);
        assertThat(demo.asked(Surgery.RIVERSIDE, "select count(*) from patient"))
                .isEqualTo(Integer.toString(5 + RunningDemo.CROWD));
        assertThat(demo.asked(Surgery.HILLTOP, "select count(*) from patient")).isEqualTo("1");
    }
}

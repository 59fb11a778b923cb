package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Colour;

class PhotoTest extends Journey {

    /** A camera's file: red, 16 by 12, with an EXIF segment that says where it was taken. */
    private static final String CAMERA_FILE = """
            () => {
              const canvas = document.createElement('canvas');
              canvas.width = 16;
              canvas.height = 12;
              const brush = canvas.getContext('2d');
              brush.fillStyle = '#c00';
              brush.fillRect(0, 0, 16, 12);
              return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """;

    private static final String PLACE = "GPS 51.5074N";

    @Test
    void patientAgreesFramesLooksAndSends() {
        meet(ROSA);
        Page desk = clinician.page();
        ask(desk);
        assertThat(patient.page().getByText("Dr Okafor asks for a photo of your right arm"))
                .isVisible();

        patient.press("I agree, take a photo");
        assertThat(desk.locator("#photos")).containsText("Rosa agreed, and is taking it");
        patient.press("Take the photo");
        patient.press("Send this photo");

        Locator picture = desk.locator("#photos img");
        assertThat(picture).isVisible();
        assertThat(desk.locator("#photos")).containsText("with consent");
        assertThat(patient.page()
                        .getByText("The photo was sent. Dr Okafor has it now.")
                        .last())
                .isVisible();
        patient.press("Close");
        // the call went on all the while, and the face is back
        clinician.call().sees(Colour.RED);
        patient.call().sees(Colour.BLUE);
        clinician.end();
    }

    @Test
    @Tag("matrix")
    void fileOfTheCameraAppLosesItsPlaceBeforeItLeavesTheDevice() {
        meet(ROSA);
        Page desk = clinician.page();
        ask(desk);
        patient.press("I agree, take a photo");
        assertThat(patient.page().getByText("Use the camera app instead")).isVisible();
        patient.page()
                .locator("[data-photo] input[type=file]")
                .setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", fileThatTells()));
        patient.press("Send this photo");

        String address = desk.locator("#photos img").getAttribute("src");
        byte[] kept = desk.context().request().get(address).body();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .startsWith("\u00ff\u00d8")
                .doesNotContain(PLACE, "Exif");
        assertThat(desk.locator("#photos")).containsText("16 by 12 pixels");

        desk.locator("#photos summary").click();
        desk.locator("#photos details button").click();
        assertThat(desk.locator("#photos img")).hasCount(0);
        clinician.end();
    }

    @Test
    @Tag("matrix")
    void noIsNo() {
        meet(ROSA);
        ask(clinician.page());
        patient.press("No photo");
        assertThat(clinician.page().locator("#photos")).containsText("Rosa said no");
        assertThat(patient.page().locator("[data-photo]")).isHidden();
        clinician.end();
    }

    private static void ask(Page desk) {
        desk.locator(".a-rail [data-press=photos]").click();
        desk.getByLabel("What of?").selectOption("ARM");
        desk.getByLabel("Which side?").selectOption("RIGHT");
        desk.locator("#photos form button").click();
        assertThat(desk.locator("#photos")).containsText("Rosa is being asked");
    }

    private byte[] fileThatTells() {
        byte[] plain = Base64.getDecoder().decode((String) patient.page().evaluate(CAMERA_FILE));
        byte[] told = ("Exif\0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(plain.length + 4 + told.length);
        file.put(plain, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (told.length + 2))
                .put(told);
        return file.put(plain, 2, plain.length - 2).array();
    }
}

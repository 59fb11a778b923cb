package uk.anteroom.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF written anew from its pages: without programs, files within it, and what it tells of whoever made it. Earlier versions of it, and whatever else
 * stood in the file, are not reached from its pages and so not written.
 */
final class PdfCopy {

    private PdfCopy() {}

    static byte[] of(byte[] sent) throws Refused {
        PdfStreams.mustBeBearable(sent);
        try (PDDocument document = open(sent)) {
            ActiveParts.removeFrom(document);
            document.getDocument().getTrailer().removeItem(COSName.INFO);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            byte[] copy = bytes.toByteArray();
            mustBeStill(copy);
            return copy;
        } catch (InvalidPasswordException e) {
            throw new Refused(Refusal.PROTECTED);
        } catch (IOException | RuntimeException e) {
            // a parser throws all kinds of things at what is no PDF
            throw new Refused(Refusal.UNREADABLE);
        } catch (OutOfMemoryError e) {
            // one buffer that could not grow, of streams packed in a way that nobody can foresee the end of; what it
            // had is free again
            throw new Refused(Refusal.UNREADABLE);
        }
    }

    private static PDDocument open(byte[] sent) throws IOException, Refused {
        PDDocument document = Loader.loadPDF(sent, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        if (document.isEncrypted() || document.getNumberOfPages() == 0) {
            boolean encrypted = document.isEncrypted();
            document.close();
            throw new Refused(encrypted ? Refusal.PROTECTED : Refusal.UNREADABLE);
        }
        return document;
    }

    /** Reads it as a reader would: what was hidden from us before may have come out. */
    private static void mustBeStill(byte[] copy) throws IOException, Refused {
        try (PDDocument again = Loader.loadPDF(copy, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (ActiveParts.removeFrom(again)) {
                throw new Refused(Refusal.ACTIVE);
            }
        }
    }
}

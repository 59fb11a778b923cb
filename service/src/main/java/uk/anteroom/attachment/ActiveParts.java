package uk.anteroom.attachment;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF does or carries beside its pages (ISO 32000-2): programs, what happens by itself, files, and descriptions of it. Looked for in every object that
 * is reached from the trailer, wherever it hangs, since readers find it in places that no list of places has.
 */
final class ActiveParts {

    private static final List<COSName> KEYS = names(
            "AA",
            "OpenAction",
            "JavaScript",
            "JS",
            "XFA",
            "EmbeddedFiles",
            "EF",
            "RF",
            "AF",
            "Collection",
            "RichMediaContent",
            "Metadata",
            "PieceInfo");

    private static final List<COSName> ACTIONS = names(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "RichMediaExecute",
            "Movie",
            "Sound");

    private static final List<COSName> ANNOTATIONS =
            names("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");

    private ActiveParts() {}

    /** True if there was anything. */
    static boolean removeFrom(PDDocument document) {
        boolean found = false;
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(document.getDocument().getTrailer());
        while (!open.isEmpty()) {
            COSBase part = open.pop();
            if (!seen.add(part)) {
                continue;
            }
            if (part instanceof COSDictionary dictionary) {
                found |= removeFrom(dictionary);
                dictionary.getValues().forEach(value -> push(open, value));
            } else if (part instanceof COSArray array) {
                found |= removeFrom(array);
                array.forEach(value -> push(open, value));
            }
        }
        return found;
    }

    private static boolean removeFrom(COSDictionary dictionary) {
        boolean found = false;
        if (ACTIONS.contains(dictionary.getCOSName(COSName.S))) {
            dictionary.clear();
            found = true;
        }
        for (COSName key : KEYS) {
            if (dictionary.containsKey(key)) {
                dictionary.removeItem(key);
                found = true;
            }
        }
        return found;
    }

    private static boolean removeFrom(COSArray array) {
        boolean found = false;
        for (int i = array.size() - 1; i >= 0; i--) {
            if (array.getObject(i) instanceof COSDictionary annotation
                    && ANNOTATIONS.contains(annotation.getCOSName(COSName.SUBTYPE))) {
                array.remove(i);
                found = true;
            }
        }
        return found;
    }

    private static void push(Deque<COSBase> open, @Nullable COSBase value) {
        COSBase itself = value instanceof COSObject reference ? reference.getObject() : value;
        if (itself != null) {
            open.push(itself);
        }
    }

    private static List<COSName> names(String... names) {
        return List.of(names).stream().map(COSName::getPDFName).toList();
    }
}

package uk.anteroom.e2e.stage;

/** Where a story is played: the demo, and a browser on either side. */
public interface Place {

    /** Where the pages are, for a browser of this place. */
    String address();

    /** A new window of the clinician's browser. */
    Window surgeryWindow();

    /** A new window of the patient's browser, as large as a telephone. */
    Window homeWindow();
}

import { pasteWholeDates } from "./date-view";
import { submitOnce } from "./form-view";
import { sayOpened } from "./opened-view";

submitOnce();
pasteWholeDates();
sayOpened();

import { pasteWholeDates } from "./date-view";
import { submitOnce } from "./form-view";

submitOnce();
pasteWholeDates();

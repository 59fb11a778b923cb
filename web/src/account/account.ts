import { pasteWholeDates } from "../page/date-view";
import { submitOnce } from "../page/form-view";
import { offerPasskeys } from "./passkey-view";

submitOnce();
pasteWholeDates();
offerPasskeys();

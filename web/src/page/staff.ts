import { submitOnce, toggleFields } from "./form-view";
import { keepLive } from "./live-view";

submitOnce();
toggleFields();
keepLive();

import { copyLinks } from "./copy-view";
import { submitOnce, toggleFields } from "./form-view";
import { keepLive } from "./live-view";

submitOnce();
toggleFields();
keepLive();
copyLinks();
document.querySelector<HTMLElement>("h1[data-focus], .nhsuk-error-summary[tabindex]")?.focus();

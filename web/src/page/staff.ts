import { copyLinks } from "./copy-view";
import { submitOnce, toggleFields } from "./form-view";
import { keepLive } from "./live-view";

submitOnce();
toggleFields();
keepLive();
copyLinks();
if (document.querySelector("[data-files]")) void import("../conversation/files-view").then(({ FilesView }) => FilesView.within(document));
const looking = document.querySelector<HTMLElement>("[data-looking]")?.dataset.looking;
if (looking) void import("./looking-view").then(({ sayLooking }) => sayLooking(looking));
if (document.querySelector("[data-draft]")) void import("../conversation/draft-view").then(({ Drafts }) => new Drafts().listen(document));
if (document.querySelector("[data-templates]"))
  void import("../conversation/template-view").then(({ TemplateView }) => TemplateView.within(document));
if (document.querySelector("[data-text-preview]"))
  void import("../conversation/preview-view").then(({ showPreview }) => showPreview(document));
const arrivals = document.getElementById("arrivals");
// Not what the page is for: it waits until the page stands.
if (arrivals) void import("../arrivals/arrivals").then(({ tellArrivals }) => tellArrivals(arrivals));
document.querySelector<HTMLElement>("h1[data-focus], .nhsuk-error-summary[tabindex]")?.focus();

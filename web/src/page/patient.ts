import { stayAway } from "../check/exit";
import { pasteWholeDates } from "./date-view";
import { submitOnce } from "./form-view";
import { sayOpened } from "./opened-view";

stayAway();
submitOnce();
pasteWholeDates();
sayOpened();
if (document.querySelector("[data-files]")) void import("../conversation/files-view").then(({ FilesView }) => FilesView.within(document));
const unread = document.querySelector<HTMLElement>("[data-unread]");
if (unread) void import("../conversation/unread-view").then(({ tellUnread }) => tellUnread(unread));
if (document.querySelector("[data-draft]")) void import("../conversation/draft-view").then(({ Drafts }) => new Drafts().listen(document));
if (!navigator.mediaDevices?.getUserMedia) void import("../check/in-app-view").then(({ leaveTheApp }) => leaveTheApp());
if (document.querySelector("[data-passkey]")) void import("../account/passkey-view").then(({ offerPasskeys }) => offerPasskeys());

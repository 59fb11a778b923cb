import { browserDevices, type Wish } from "../devices/capture";
import { localShelf, rememberChoice, rememberedChoice } from "../devices/choice";
import type { PictureState } from "../peer/control";
import type { Road } from "../peer/peer";
import type { Bars } from "../peer/quality";
import { NOTHING } from "../peer/sending";
import type { Arm, CheckProblem, FromServer, Request, Role, Told, Welcome } from "../signalling/messages";
import { fetchPass, type PassDesk } from "../signalling/pass";
import { Line, type LineState } from "../signalling/socket";
import type { Another, CallState } from "./call-state";
import { Commands, type Outcome } from "./commands";
import { Link } from "./link";
import { OwnMedia } from "./media";
import { Meeting } from "./meeting";
import { Report } from "./report";
import { absent, first, mayMeet, ownState, type Room, receiveSnapshot, seat } from "./room";
import { browserDisplay, Screen } from "./screen";
import { SoundWatch } from "./sound-watch";
import { TheirWords } from "./their-words";
import { WELL } from "./vitals";

/** Where the page finds the service. */
export interface CallDesk {
  readonly pass: PassDesk;
  /** The socket's address, on the page's own host. */
  readonly signalUrl: string;
  /** Whom this page wants to see: the patient, or the clinician. */
  readonly other: Role;
  /** Something beside the call has changed; also called once for "all" after entering. */
  readonly onNews?: (topic: string) => void;
  /** This device is held in a hand: it gets hot, turns its camera, and may show something else. */
  readonly phone: boolean;
}

const LOOK_EVERY_MS = 2_000;
const UNSEEN: PictureState = { size: "full", facing: "user" };

/** One seat in one call. The only file that knows the line, the room, the devices and the connection between them. */
export class Call {
  readonly #desk: CallDesk;
  readonly #onChange: (state: CallState) => void;
  readonly #line: Line;
  readonly #media: OwnMedia;
  readonly #screen: Screen;
  readonly #links = new Map<string, Link>();
  readonly #commands = new Commands();
  readonly #report: Report;
  readonly #meeting = new Meeting();
  readonly #sound: SoundWatch;
  #you: string | undefined;
  #road: Road;
  #room: Room | undefined;
  readonly #theirs = new TheirWords();
  #endedByOther = false;
  #heardAt: number | undefined;
  #saidReady = "";
  #saidMedia = "";
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(desk: CallDesk, onChange: (state: CallState) => void) {
    this.#desk = desk;
    this.#onChange = onChange;
    this.#road = { iceServers: [], relayOnly: false, phone: desk.phone };
    this.#media = new OwnMedia(browserDevices(), rememberedChoice(localShelf()), () => this.#receiveOwn());
    this.#screen = new Screen(browserDisplay(), () => this.#receiveOwn());
    const address = new URL(desk.signalUrl, location.href);
    address.protocol = address.protocol === "http:" ? "ws:" : "wss:";
    this.#line = new Line({
      open: () => new WebSocket(address),
      fetchPass: () => fetchPass(desk.pass),
      onState: (state) => this.#receiveLine(state),
      onMessage: (message) => this.#receive(message),
      onHeard: () => {
        this.#heardAt = Date.now();
      },
    });
    this.#sound = new SoundWatch(() => void this.#media.restoreSound());
    this.#report = new Report((stats) => this.#line.say(stats));
  }

  get state(): CallState {
    const other = first(this.#room, this.#desk.other);
    const link = this.#other;
    const vital = link?.vital ?? WELL;
    const meeting = other !== undefined && mayMeet(this.#room, other.id);
    return {
      line: this.#line.state,
      room: this.#room,
      other,
      others: this.#others(other?.id),
      meeting,
      connected: link?.flows ?? false,
      armedAt: link?.armedAt,
      troubledSince: this.#meeting.troubledSince,
      everConnected: this.#meeting.everConnected,
      relay: link?.relay,
      theirMedia: this.#theirs.of(other?.id),
      theirTracks: link?.tracks,
      theirPicture: link?.said.picture ?? UNSEEN,
      theirPageShown: link?.said.shown ?? true,
      own: this.#media.state,
      sharing: this.#screen.track !== null,
      canShare: this.#screen.possible,
      // Each knows best how its own packets fare from what the other receives of them; the worse word counts.
      bars: { own: vital.own, theirs: Math.min(vital.theirs, link?.said.bars ?? 4) as Bars },
      vital,
      notices: {
        unheard: meeting && vital.unheard,
        askedForSound: meeting && (link?.said.asksForSound ?? false),
        ...this.#sound.state,
      },
      endedByOther: this.#endedByOther,
      heardAt: this.#heardAt,
    };
  }

  /** The relays as they are now, for a test of the network. */
  get road(): Road {
    return this.#road;
  }

  start(): void {
    const network = () => this.#receiveNetwork();
    window.addEventListener("online", network);
    // From Wi-Fi to 4G without a moment offline: only some browsers tell.
    (navigator as { connection?: EventTarget }).connection?.addEventListener?.("change", network);
    document.addEventListener("visibilitychange", () => this.#receiveVisibility(document.visibilityState === "visible"));
    this.#clock = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    this.#line.start();
  }

  /** Asks for camera and microphone, as far as the person agreed. */
  useDevices(wish: Wish): Promise<void> {
    return this.#media.start(wish);
  }

  releaseDevices(): void {
    this.#media.stop();
    this.#screen.stop();
  }

  /** A patient who was in the call before a reload is armed again only when the devices are known: say that there are none yet. */
  goOnWithoutDevices(): Promise<void> {
    return this.#media.start("nothing");
  }

  toggleMute(): void {
    this.#other?.receiveSoundChecked();
    this.#media.mute(!this.#media.state.muted);
  }

  toggleCamera(): Promise<void> {
    const { tracks, cameraOff } = this.#media.state;
    return tracks.camera && !cameraOff ? this.#media.turnCameraOff() : this.#media.turnCameraOn();
  }

  choose(device: "camera" | "microphone", deviceId: string): Promise<void> {
    rememberChoice(localShelf(), { [device]: deviceId });
    return this.#media.choose(device, deviceId);
  }

  flipCamera(): Promise<void> {
    return this.#media.flipCamera();
  }

  /** Shows something close up, or the own face again. */
  toggleShow(): Promise<void> {
    return this.#media.show(!this.#media.state.showing);
  }

  toggleLight(): Promise<void> {
    return this.#media.toggleLight();
  }

  toggleScreen(): void {
    if (this.#screen.track) this.#screen.stop();
    else void this.#screen.start();
  }

  receiveSilence(silent: boolean): void {
    this.#media.receiveSilence(silent);
  }

  /** How loud the own microphone is, 0 to 1, ten times a second; also while it is muted. */
  receiveLevel(level: number): void {
    if (!this.#meeting.on) return;
    if (this.#sound.receiveLevel(this.#media.state.muted, level, this.#other?.theirLevel() ?? 0)) this.#changed();
  }

  /** The first picture of the other side is on the screen. */
  receiveFirstFrame(): void {
    const took = this.#meeting.receiveFirstFrame(Date.now());
    if (took === undefined) return;
    performance.mark("anteroom:first-remote-frame");
    this.#report.receiveFirstFrame(took);
  }

  /** Takes the microphone anew: the sound has stopped although nothing says why. */
  async restoreSound(): Promise<void> {
    this.#other?.receiveSoundChecked();
    if (this.#media.state.muted) this.#media.mute(false);
    await this.#media.restoreSound();
  }

  askForSound(): void {
    this.#other?.tell({ t: "ask", what: "sound" });
  }

  /** The picture, however weak the network: asks the other side for theirs. */
  tryPicture(): void {
    this.#other?.tell({ t: "ask", what: "picture" });
  }

  /** The person presses for it: the socket is asked, and the devices connect anew. */
  refresh(): void {
    this.#line.receiveWakeUp();
    this.#other?.refresh();
  }

  admit(participant: string): Promise<Outcome> {
    return this.ask({ t: "admit", participant });
  }

  /** Shows a participant the steps that put a problem right; null takes them away. */
  showCard(participant: string, card: CheckProblem | null): Promise<Outcome> {
    return this.ask({ t: "card", participant, card });
  }

  /** Says what needs no answer. Whoever says it says it again after `onNews("all")`. */
  tell(told: Told): void {
    if (this.#you !== undefined) this.#line.send(told);
  }

  /** Goes on by telephone, or by video again, in the same consultation. */
  byPhone(on: boolean): Promise<Outcome> {
    return this.ask({ t: "phone", on });
  }

  /** Asks the service to do something for everybody. */
  ask(request: Request): Promise<Outcome> {
    return this.#command((cid) => this.#line.send({ ...request, cid }));
  }

  /** Ends the call for everybody: directly first, because that road may be open when the service is not. */
  end(): Promise<Outcome> {
    this.#report.finish();
    for (const link of this.#links.values()) link.tell({ t: "end" });
    this.#disconnect();
    this.releaseDevices();
    return this.#command((cid) => this.#line.send({ t: "end", cid }));
  }

  /** Goes, and keeps the place. Nothing is heard or seen from the moment this is called. */
  async leave(): Promise<Outcome> {
    this.#report.finish();
    this.#disconnect();
    this.releaseDevices();
    const outcome = await this.#command((cid) => this.#line.send({ t: "leave", cid }));
    this.#line.stop();
    clearInterval(this.#clock);
    return outcome;
  }

  useHere(): void {
    this.#line.useHere();
  }

  get #other(): Link | undefined {
    const other = first(this.#room, this.#desk.other);
    return other && this.#links.get(other.id);
  }

  #receiveLine(line: LineState): void {
    if (typeof line === "object") {
      if (line.closed === "elsewhere" || line.closed === "over") {
        this.#disconnect();
        this.releaseDevices();
      }
      this.#commands.giveUp();
    }
    this.#tellWhoIsThere();
    this.#changed();
  }

  #receive(message: FromServer): void {
    switch (message.t) {
      case "welcome":
        this.#receiveWelcome(message);
        break;
      case "ice":
        this.#receiveRoad({ ...this.#road, iceServers: message.iceServers });
        break;
      case "snapshot":
        if (this.#you !== undefined) this.#receiveRoom(receiveSnapshot(this.#room, this.#you, message));
        break;
      case "arm":
        this.#receiveArm(message);
        break;
      case "signal": {
        const link = this.#links.get(message.from);
        if (link?.epoch === message.epoch) link.receiveSignal(message);
        break;
      }
      case "news":
        this.#desk.onNews?.(message.of);
        break;
      case "done":
        this.#commands.receiveDone(message.cid);
        break;
      case "error":
        if (message.cid !== undefined) this.#commands.receiveRefusal(message.cid, message.code, message.retry);
        break;
    }
  }

  #receiveWelcome(welcome: Welcome): void {
    this.#you = welcome.you;
    this.#receiveRoad({ ...this.#road, iceServers: welcome.iceServers, relayOnly: welcome.relayOnly });
    if (!welcome.resumed) {
      this.#saidReady = "";
      this.#saidMedia = "";
      this.#sayReady();
      this.#desk.onNews?.("all");
    }
  }

  #receiveRoad(road: Road): void {
    this.#road = road;
    for (const link of this.#links.values()) link.receiveRoad(road);
  }

  #receiveRoom(room: Room): void {
    const before = this.#room;
    this.#room = room;
    this.#theirs.receiveRoom(before, room);
    if (room.state === "live") this.#endedByOther = false;
    if (room.state !== "live" && room.state !== "waiting") this.#disconnect();
    for (const id of [...this.#links.keys()]) {
      if (absent(seat(room, id)) || (room.state === "live" && ownState(room) === "left")) this.#forget(id);
    }
    this.#receivePhone(before?.phoneSince ?? null, room.phoneSince);
    this.#tellWhoIsThere();
    this.#meet();
    this.#changed();
  }

  /** A telephone cannot ring and listen at once: the devices are let go for as long as the call goes on by telephone. */
  #receivePhone(before: Date | null, now: Date | null): void {
    if ((before === null) === (now === null)) return;
    const { wish } = this.#media.state;
    if (now) this.releaseDevices();
    else if (wish) void this.#media.start(wish);
  }

  #receiveArm({ peer: id, epoch, polite }: Arm): void {
    const known = this.#links.get(id);
    if (known && known.epoch > epoch) return;
    known?.close();
    let built: Link | undefined;
    const ifCurrent = (act: () => void) => {
      // While it is being made it already announces its tracks.
      if (built !== undefined && this.#links.get(id) === built) act();
    };
    built = new Link(epoch, polite, this.#road, {
      send: (signal) => this.#line.send({ t: "signal", to: id, epoch, ...signal }),
      onChange: () => ifCurrent(() => this.#receiveLink()),
      onConnected: (ms) => {
        this.#report.receiveConnected(ms);
        // What was said before there was a road to say it on.
        this.#saidMedia = "";
        ifCurrent(() => this.#sayMedia());
      },
      onMedia: (media) => ifCurrent(() => this.#theirs.receive(id, media)),
      onEnd: () =>
        ifCurrent(() => {
          // Only the clinician ends a call for everybody.
          if (seat(this.#room, id)?.role === "clinician") this.#receiveEndByOther();
        }),
    });
    this.#links.set(id, built);
    this.#tellWhoIsThere();
    this.#meet();
    this.#changed();
  }

  #receiveLink(): void {
    this.#meeting.receive(this.#meeting.on, this.#other?.flows ?? false, Date.now());
    this.#changed();
  }

  #receiveEndByOther(): void {
    this.#report.finish();
    this.#endedByOther = true;
    this.#disconnect();
  }

  #receiveOwn(): void {
    this.#sayReady();
    this.#meet();
    this.#changed();
  }

  #receiveNetwork(): void {
    this.#line.receiveWakeUp();
    for (const link of this.#links.values()) link.restart();
  }

  #receiveVisibility(visible: boolean): void {
    // Nobody is away who reads in another tab of a computer.
    if (this.#desk.phone) for (const link of this.#links.values()) link.keepTelling({ t: "view", shown: visible });
    if (!visible) return;
    this.#line.receiveWakeUp();
    void this.#media.receiveVisible();
  }

  /** Attaches the own tracks where, and only where, both were let in. */
  #meet(): void {
    const meeting = this.state.meeting;
    if (meeting && !this.#meeting.on) performance.mark("anteroom:admitted");
    if (!meeting) {
      this.#sound.reset();
      this.#saidMedia = "";
    }
    const { tracks, showing, facing } = this.#media.state;
    for (const [id, link] of this.#links) {
      link.receiveOwnTracks(mayMeet(this.#room, id) ? { ...tracks, screen: this.#screen.track } : NOTHING, showing ? "show" : "talk");
      link.keepTelling({ t: "picture", size: link.vital.size, facing });
    }
    this.#meeting.receive(meeting, this.#other?.flows ?? false, Date.now());
    this.#sayMedia();
  }

  /** Every two seconds: how does it go? */
  async #look(): Promise<void> {
    const link = this.#other;
    const meeting = this.#meeting.on;
    const now = Date.now();
    const met = [...this.#links].filter(([id]) => mayMeet(this.#room, id));
    for (const [id, one] of met) {
      const media = this.#theirs.of(id);
      const sample = await one.look({
        theirMicrophone: media?.microphone ?? false,
        theirCamera: (media?.camera ?? false) && one.said.picture.size !== "paused",
        ownMicrophone: this.#media.sent.microphone,
        crowd: met.length,
      });
      if (sample && one === link) this.#report.receiveSample(sample);
      one.keepTelling({ t: "network", bars: one.vital.own });
    }
    if (link && meeting) this.#sound.receiveMute(link.vital.mute && link.flows);
    if (met.length > 0) this.#meet();
    this.#report.receiveTick(
      {
        meeting,
        connected: link?.flows ?? false,
        vital: link?.vital ?? WELL,
        counts: link?.counts ?? { restarts: 0, renewals: 0 },
        relay: link?.relay,
      },
      now,
    );
    this.#changed();
  }

  #sayReady(): void {
    const devices = this.#media.state.devices;
    if (!devices || this.#you === undefined) return;
    const word = JSON.stringify(devices);
    if (word === this.#saidReady) return;
    this.#saidReady = word;
    this.#line.send({ t: "ready", camera: devices.camera, microphone: devices.microphone });
  }

  #sayMedia(): void {
    if (![...this.#links.keys()].some((id) => mayMeet(this.#room, id))) return;
    const media = { ...this.#media.sent, screen: this.#screen.track !== null };
    const word = JSON.stringify(media);
    if (word === this.#saidMedia) return;
    this.#saidMedia = word;
    this.#line.send({ t: "media", ...media });
    for (const [id, link] of this.#links) if (mayMeet(this.#room, id)) link.keepTelling({ t: "media", ...media });
  }

  #tellWhoIsThere(): void {
    for (const [id, link] of this.#links) {
      link.receiveReachable(this.#line.state === "open" && seat(this.#room, id)?.presence === "here");
    }
  }

  #disconnect(): void {
    for (const id of [...this.#links.keys()]) this.#forget(id);
  }

  #forget(id: string): void {
    this.#links.get(id)?.close();
    this.#links.delete(id);
    this.#theirs.forget(id);
  }

  #others(main: string | undefined): readonly Another[] {
    const room = this.#room;
    return (room?.participants ?? [])
      .filter(({ id }) => id !== room?.you && id !== main)
      .map((participant) => {
        const link = this.#links.get(participant.id);
        return {
          participant,
          meeting: mayMeet(room, participant.id),
          connected: link?.flows ?? false,
          media: this.#theirs.of(participant.id),
          tracks: link?.tracks,
          picture: link?.said.picture ?? UNSEEN,
        };
      });
  }

  #command(say: (cid: string) => void): Promise<Outcome> {
    if (typeof this.#line.state === "object") return Promise.resolve("call_over");
    return this.#commands.ask(say);
  }

  #changed(): void {
    this.#onChange(this.state);
  }
}

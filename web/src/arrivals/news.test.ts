import { describe, expect, it } from "vitest";
import { EventReader } from "./event-stream";
import { countedTitle, type News, type One, Teller } from "./news";

const rosa: One = {
  consultation: "1",
  key: "1@5WAITING",
  kind: "WAITING",
  text: "Rosa Whitfield is waiting",
  href: "/consultations/1",
  rings: true,
};
const grace: One = { ...rosa, consultation: "2", key: "2@6WAITING", text: "Grace Lin is waiting", href: "/consultations/2" };
const news = (...waiting: One[]): News => ({ staff: "amara", count: waiting.length, waiting });

describe("the news of arrivals", () => {
  it("isFreshOnce", () => {
    const teller = new Teller(undefined);
    expect(teller.receive(news(rosa)).fresh).toEqual([rosa]);
    expect(teller.receive(news(rosa, grace)).fresh).toEqual([grace]);
    expect(teller.receive(news(rosa, grace)).fresh).toEqual([]);
  });

  it("isFreshAgainForWhoWentAndCameBack", () => {
    const teller = new Teller(undefined);
    teller.receive(news(rosa));
    expect(teller.receive(news()).gone).toEqual([rosa.key]);
    expect(teller.receive(news(rosa)).fresh).toEqual([rosa]);
  });

  it("leavesOutThePatientOfThisVeryPage", () => {
    const told = new Teller("/consultations/1").receive(news(rosa, grace));
    expect(told.others).toEqual([grace]);
    expect(told.fresh).toEqual([grace]);
    expect(told.own).toEqual([rosa.key]);
    expect(told.count).toBe(2);
  });

  it("showsWithoutASoundWhatAnotherPageRingsForUntilThatPageIsGone", () => {
    const teller = new Teller(undefined);
    const told = teller.receive(news({ ...rosa, rings: false }));
    expect(told.others).toHaveLength(1);
    expect(told.fresh).toEqual([]);
    expect(teller.receive(news(rosa)).fresh).toEqual([rosa]);
    expect(teller.receive(news(rosa)).fresh).toEqual([]);
  });
});

describe("the title", () => {
  it("countsAndNamesNobody", () => {
    expect(countedTitle("Requests – Anteroom", 2)).toBe("(2) Requests – Anteroom");
    expect(countedTitle("(2) Requests – Anteroom", 1)).toBe("(1) Requests – Anteroom");
    expect(countedTitle("(1) Requests – Anteroom", 0)).toBe("Requests – Anteroom");
  });
});

describe("server-sent events", () => {
  it("arePutTogetherFromPieces", () => {
    const reader = new EventReader();
    expect(reader.receive('event: waiting\ndata: {"co')).toEqual([]);
    expect(reader.receive('unt":1}\n')).toEqual([]);
    expect(reader.receive("\n:\n\nevent: over\ndata: {}\n\n")).toEqual([
      { event: "waiting", data: '{"count":1}' },
      { event: "over", data: "{}" },
    ]);
  });

  it("passOverHeartbeats", () => {
    expect(new EventReader().receive(":\n\n:\n\n")).toEqual([]);
  });
});

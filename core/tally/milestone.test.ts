import { describe, expect, test } from "vitest"
import type { Campaign } from "../campaign/campaign.ts"
import {
  datedMilestones,
  freeDays,
  type GoalWay,
  isLate,
  markMilestone,
  marksPassed,
  milestoneKey,
  peakOn,
} from "./milestone.ts"
import { aCampaign, ZONE } from "./testing.ts"

const campaign = aCampaign()
const [phase = expect.unreachable()] = campaign.phases
const dated = (today: string, of: Campaign = campaign) => datedMilestones(of, today).map(milestoneKey)

describe("what the calendar brings", () => {
  test("a phase's start on its first day, its end and a peak's end on the morning after", () => {
    expect(dated("2021-08-31")).toEqual([])
    expect(dated("2021-09-01")).toEqual(["begins:gd1"])
    expect(dated("2022-04-08")).toEqual([])
    expect(dated("2022-04-09")).toEqual(["peak_ended:cd1"])
    expect(dated("2022-05-31")).toEqual([])
    expect(dated("2022-06-01")).toEqual(["ended:gd1", "begins:gd2"])
    expect(dated("2023-09-02")).toEqual(["ended:gd2"])
  })

  test("is worth telling for two weeks and never after", () => {
    expect(dated("2022-06-15")).toEqual(["ended:gd1", "begins:gd2"])
    expect(dated("2022-06-16")).toEqual([])
  })
})

describe("a way to a goal", () => {
  const way = (countBefore: number, count: number, target = 100): GoalWay => ({
    unitId: "u",
    phase,
    target,
    count,
    countBefore,
  })

  test("passes half and all of it when it was short of the mark two weeks ago and is not now", () => {
    expect(marksPassed(way(49, 50))).toEqual(["half"])
    expect(marksPassed(way(50, 99))).toEqual([])
    expect(marksPassed(way(99, 100))).toEqual(["reached"])
    expect(marksPassed(way(40, 130))).toEqual(["reached", "half"])
    expect(marksPassed(way(0, 51, 101))).toEqual(["half"])
    expect(marksPassed(way(0, 50, 101))).toEqual([])
  })

  test("half of a small goal is no news, and without a goal there are no marks", () => {
    expect(marksPassed(way(0, 9, 18))).toEqual([])
    expect(marksPassed(way(0, 18, 18))).toEqual(["reached"])
    expect(marksPassed(way(0, 5, 0))).toEqual([])
  })

  test("is told on the morning after the day that brought it to the mark", () => {
    const series = [
      { at: Date.parse("2022-04-02T00:00:00+07:00"), count: 49 },
      { at: Date.parse("2022-04-03T00:00:00+07:00"), count: 50 },
      { at: Date.parse("2022-04-04T00:00:00+07:00"), count: 80 },
    ]
    expect(markMilestone("half", way(0, 80), series, ZONE)?.dueOn).toBe("2022-04-03")
    expect(markMilestone("reached", way(0, 80), series, ZONE)).toBeUndefined()
  })
})

describe("days", () => {
  test("Sundays and the day of the weekly closing belong to nothing else", () => {
    // 1 April 2022 is a Friday.
    expect(freeDays(campaign, "2022-04-01", 3)).toEqual(["2022-04-02", "2022-04-04", "2022-04-05"])
  })

  test("what had to make room is not late, what nobody told is", () => {
    const due = (dueOn: string) => ({ kind: "begins" as const, phase, dueOn })
    expect(isLate(campaign, due("2022-04-01"), "2022-04-02")).toBe(false)
    expect(isLate(campaign, due("2022-04-03"), "2022-04-04")).toBe(false)
    expect(isLate(campaign, due("2022-03-31"), "2022-04-02")).toBe(true)
  })

  test("a peak period's days include its first and its last", () => {
    const named = ["2022-03-30", "2022-03-31", "2022-04-08", "2022-04-09"].map(
      (day) => peakOn(campaign, day)?.code,
    )
    expect(named).toEqual([undefined, "cd1", "cd1", undefined])
  })
})

import { expect, test } from "vitest"
import { CampaignFileError, campaignOf, checkCampaign, phaseAt, wholeGoal } from "./campaign.ts"

const file = {
  code: "1tsk",
  name: "1 triệu sáng kiến",
  unit: "LDLD-TN",
  starts_on: "2021-09-01",
  ends_on: "2023-09-01",
  phases: [
    { code: "gd1", name: "Giai đoạn 1", starts_on: "2021-09-01", ends_on: "2022-05-31", goal: 5000 },
    { code: "gd2", name: "Giai đoạn 2", starts_on: "2022-06-01", ends_on: "2023-09-01", goal: 11000 },
  ],
}

function mistakesOf(value: unknown): readonly string[] {
  try {
    checkCampaign(value)
  } catch (error) {
    if (error instanceof CampaignFileError) return error.mistakes
  }
  return []
}

test("a short campaign file gets the article's rules by default", () => {
  expect(campaignOf(file)).toMatchObject({
    shortName: "1 triệu sáng kiến",
    quota: { base: "members_and_workers", percent: 10 },
    progressCounter: "onPortal",
    goalCounting: "perPhase",
    weeklyClosing: { weekday: "friday", at: "16:00" },
    peakPeriods: [],
  })
})

test("what was stored is read back as the same campaign", () => {
  expect(campaignOf(checkCampaign(file))).toEqual(campaignOf(file))
})

test("days that a YAML reader turned into dates are days again", () => {
  expect(campaignOf({ ...file, starts_on: new Date("2021-09-01") }).startsOn).toBe("2021-09-01")
})

test("what units are scored by is checked like the rest", () => {
  const scored = (emulation: unknown) => mistakesOf({ ...file, emulation })
  const declared = { code: "kh", name: "Kế hoạch", by: "declared", points: 10 }
  expect(scored({ criteria: [declared] })).toEqual([])
  expect(checkCampaign(file)).not.toHaveProperty("emulation")
  expect(scored({ criteria: [{ ...declared, points: 7.25 }] })).toEqual([
    "emulation.criteria[0].points: must be points from 0.1 to 1000 with at most one decimal; got 7.25.",
  ])
  expect(scored({ criteria: [{ ...declared, by: "luck" }] })[0]).toContain(
    'must be a criterion whose "by" is declared, achieved_pct,',
  )
  expect(scored({ criteria: [{ ...declared, each: 5 }] })[0]).toContain('does not know "each"')
  expect(scored({ criteria: [declared, declared] })).toEqual([
    'emulation.criteria[1].code: "kh" is used twice.',
  ])
  const levels = [
    { above_pct: 20, points: -2 },
    { above_pct: 10, points: -5 },
  ]
  expect(scored({ criteria: [{ code: "tr", name: "Trừ", by: "turned_down_pct", levels }] })).toEqual([
    "emulation.criteria[0].levels[1]: must be above the level before it and deduct more than it.",
  ])
  const clusters = [
    { name: "Khối huyện", units: ["DT", "PB"] },
    { name: "Khối ngành", units: ["dt"] },
  ]
  expect(scored({ clusters })).toEqual(['emulation.clusters: "dt" is used twice.'])
})

test("a mistake is named with its place, the rule and the value", () => {
  expect(mistakesOf({ ...file, phases: [{ ...file.phases[0], goal: "many" }] })).toEqual([
    'phases[0].goal: must be a whole number from 0 to 1000000000; got "many".',
  ])
  expect(mistakesOf({ ...file, ends_on: "2023-02-30" })[0]).toContain('got "2023-02-30"')
  expect(mistakesOf({ ...file, progress_counter: "portal" })).toEqual([
    'progress_counter: must be one of registered, recognized, on_portal; got "portal".',
  ])
  expect(mistakesOf({ ...file, code: undefined })[0]).toContain("code: must be a short code")
  expect(mistakesOf({ ...file, code: undefined })[0]).toContain("it is missing")
  expect(mistakesOf("nonsense")[0]).toContain("the file: must be a mapping")
  expect(mistakesOf(null)[0]).toContain("the file: must be a mapping")
})

test("an unknown key is named together with those that are known", () => {
  expect(mistakesOf({ ...file, phase: [] })[0]).toContain(
    'the file: does not know "phase"; known here: code, name',
  )
  const closing = { weekday: "friday", at: "16:00", hour: 16 }
  expect(mistakesOf({ ...file, weekly_closing: closing })).toEqual([
    'weekly_closing: does not know "hour"; known here: weekday, at.',
  ])
})

test("an hour that YAML read as a number is asked for in quotes", () => {
  expect(mistakesOf({ ...file, weekly_closing: { weekday: "friday", at: 960 } })[0]).toContain("in quotes")
})

test("phases that overlap, leave the campaign or shrink are contradictions", () => {
  const [first, second] = file.phases
  expect(mistakesOf({ ...file, phases: [first, { ...second, starts_on: "2022-05-31" }] })[0]).toContain(
    "phases[1].starts_on: must be after the end of the phase before it",
  )
  expect(mistakesOf({ ...file, phases: [{ ...first, starts_on: "2021-08-31" }] })[0]).toContain(
    "within the campaign",
  )
  expect(
    mistakesOf({ ...file, goal_counting: "cumulative", phases: [first, { ...second, goal: 4999 }] })[0],
  ).toContain("must not be less")
  expect(mistakesOf({ ...file, phases: [first, { ...second, code: "gd1" }] })[0]).toContain("used twice")
})

test("every day from the first phase on belongs to a phase", () => {
  const campaign = campaignOf(file)
  expect(phaseAt(campaign, "2021-08-31")).toBeUndefined()
  expect(phaseAt(campaign, "2021-09-01")?.code).toBe("gd1")
  expect(phaseAt(campaign, "2022-05-31")?.code).toBe("gd1")
  expect(phaseAt(campaign, "2022-06-01")?.code).toBe("gd2")
  expect(phaseAt(campaign, "2025-01-01")?.code).toBe("gd2")
})

test("the whole goal adds phases, or is the last one's when goals are cumulative", () => {
  expect(wholeGoal(campaignOf(file))).toBe(16_000)
  expect(wholeGoal(campaignOf({ ...file, goal_counting: "cumulative" }))).toBe(11_000)
})

import { expect, onTestFinished, test } from "vitest"
import type { Intake } from "../../core/channel.ts"
import { type RecordingIntake, recordingIntake } from "../channel-contract.ts"
import { createZaloChannel, type ZaloChannelOptions } from "./channel.ts"
import { createZaloDouble } from "./double.ts"
import { FAULTS, failed } from "./double-methods.ts"
import { handDeadlines, quickSleep, recordingLog } from "./testing.ts"

async function given(options: Partial<ZaloChannelOptions> = {}) {
  const double = await createZaloDouble()
  const log = recordingLog()
  const sleep = quickSleep()
  const clock = { ms: 0 }
  const channel = createZaloChannel({
    token: double.token,
    apiRoot: double.apiRoot,
    mode: { kind: "polling" },
    log,
    sleep,
    deadline: handDeadlines().deadline,
    now: () => clock.ms,
    ...options,
  })
  const intake = recordingIntake()
  onTestFinished(async () => {
    intake.open()
    await channel.stop()
    await double.close()
  })
  return { double, log, sleep, clock, channel, intake }
}

const texts = async (intake: RecordingIntake, count: number) =>
  (await intake.received(count)).map((each) =>
    each.content.kind === "text" ? each.content.text : each.content.kind,
  )

test("an update is kept, raw, before anything else is done with it, and forgotten when received", async () => {
  const { double, channel, intake } = await given()
  intake.hold()
  await channel.start(intake)
  const id = double.says({ from: "an", text: "chào" })
  const [incoming] = await intake.attempts(1)
  expect([...intake.kept.keys()]).toEqual([`zalo:1234567890123456789:${id}`])
  expect([...intake.kept.values()]).toMatchObject([{ message: { text: "chào" } }])
  expect(incoming?.updateKey).toBe(`zalo:1234567890123456789:${id}`)
  intake.open()
  await intake.received(1)
  expect(intake.kept.size).toBe(0)
})

test("nothing is asked for while the update before is not received", async () => {
  const { double, channel, intake } = await given()
  intake.hold()
  await channel.start(intake)
  double.says({ from: "an", text: "một" })
  double.says({ from: "binh", text: "hai" })
  await intake.attempts(1)
  expect(double.calls.filter((call) => call.method === "getUpdates")).toHaveLength(1)
  intake.open()
  expect(await texts(intake, 2)).toEqual(["một", "hai"])
})

test("an update read while the store is down is held until it can be kept, and nothing more is read", async () => {
  const { double, channel, intake } = await given()
  let downFor = 4
  const keep: Intake["keep"] = async (...kept) => {
    downFor -= 1
    if (downFor > 0) throw new Error("the store is down")
    expect(double.calls.filter((call) => call.method === "getUpdates")).toHaveLength(1)
    await intake.keep(...kept)
  }
  await channel.start({ ...intake, keep })
  double.says({ from: "an", text: "một" })
  expect(await texts(intake, 1)).toEqual(["một"])
  expect(downFor).toBe(0)
})

test("an update that stays unkept until the stop is named in the log", async () => {
  const { double, channel, intake, log } = await given()
  const keep = () => Promise.reject(new Error("the store is down"))
  await channel.start({ ...intake, keep })
  const id = double.says({ from: "an", text: "một" })
  await log.waitFor("keeping a Zalo update failed")
  await channel.stop()
  expect(await log.waitFor("is lost")).toContain(id)
})

test("an update refused five times by a store that answers stays kept, does not hold up the next, and is offered again later", async () => {
  const { double, channel, intake, clock } = await given()
  intake.refuse(5)
  await channel.start(intake)
  const id = double.says({ from: "an", text: "một" })
  double.says({ from: "an", text: "hai" })
  expect(await texts(intake, 1)).toEqual(["hai"])
  expect([...intake.kept.keys()]).toEqual([`zalo:1234567890123456789:${id}`])
  clock.ms += 10 * 60_000
  double.says({ from: "an", text: "ba" })
  // The poll that brings it began before.
  double.says({ from: "an", text: "bốn" })
  expect((await texts(intake, 4)).toSorted()).toEqual(["ba", "bốn", "hai", "một"])
  expect([...intake.kept.keys()]).toEqual([])
})

test("while the store is down an update is offered again and again", async () => {
  const { double, channel, intake } = await given()
  let started = false
  const unfinished: Intake["unfinished"] = async () => {
    if (started) throw new Error("the store is down")
    started = true
    return []
  }
  intake.refuse(12)
  await channel.start({ ...intake, unfinished })
  double.says({ from: "an", text: "một" })
  double.says({ from: "an", text: "hai" })
  expect(await texts(intake, 2)).toEqual(["một", "hai"])
})

test("what an earlier run did not finish is received first", async () => {
  const { double, channel, intake } = await given()
  const raw = {
    event_name: "message.text.received",
    message: { message_id: "77", text: "cũ", from: { id: "u1" }, chat: { id: "u1", chat_type: "PRIVATE" } },
  }
  await intake.keep(channel.bot, "zalo:1234567890123456789:77", raw)
  double.says({ from: "an", text: "mới" })
  await channel.start(intake)
  expect(await texts(intake, 2)).toEqual(["cũ", "mới"])
  expect(intake.kept.size).toBe(0)
})

test("what holds nothing for us is kept, discarded and named in the log", async () => {
  const { double, channel, intake, log } = await given()
  await channel.start(intake)
  double.delivers({ event_name: "message.reaction.received", message: { reaction: "heart" } })
  double.delivers({ hello: "world" })
  double.says({ from: "an", text: "chào" })
  expect(await texts(intake, 1)).toEqual(["chào"])
  expect(intake.kept.size).toBe(0)
  expect(await log.waitFor("message.reaction.received")).toContain("reaction")
})

test("an empty poll is no error; only one that came at once is followed by a pause", async () => {
  const { double, channel, intake, log, sleep, clock } = await given()
  await channel.start(intake)
  await double.waitForPolls()
  const before = sleep.slept.length
  clock.ms += 30_000
  double.letPollsEnd()
  await double.waitForCalls("getUpdates", 2)
  await double.waitForPolls()
  expect(sleep.slept.slice(before)).toEqual([])
  clock.ms += 100
  double.letPollsEnd()
  await double.waitForCalls("getUpdates", 3)
  expect(sleep.slept.slice(before)).toEqual([2_000])
  expect(log.lines.filter((line) => !line.startsWith("info"))).toEqual([])
})

test("failed polls are repeated after pauses that grow from 1 to 30 seconds", async () => {
  const { double, channel, intake, sleep, log } = await given()
  double.fail("getUpdates", FAULTS.badGateway, 8)
  await channel.start(intake)
  await double.waitForPolls()
  const pauses = sleep.slept.filter((ms) => ms <= 30_000)
  expect(pauses).toHaveLength(8)
  for (const [at, full] of [2, 4, 8, 16, 30, 30, 30, 30].entries()) {
    expect(pauses[at]).toBeGreaterThanOrEqual(full * 500)
    expect(pauses[at]).toBeLessThanOrEqual(full * 1000)
  }
  expect(log.lines.filter((line) => line.includes("asking Zalo for updates failed"))).toHaveLength(8)
})

test("a refused token is told with a line that names the setting and not the token, and asked about again later", async () => {
  const sleep = quickSleep(300_000)
  const { double, channel, intake, log } = await given({ sleep })
  double.fail("getUpdates", failed(401, "Unauthorized", 200))
  await channel.start(intake)
  expect(await log.waitFor("ZALO_BOT_TOKENS")).toMatch(/^error/)
  await double.waitForPolls()
  expect(sleep.slept).toContain(300_000)
  expect(log.lines.join("\n")).not.toContain("double-of-a-secret")
})

test("a token echoed by the platform does not reach the log", async () => {
  const { double, channel, intake, log } = await given()
  double.fail("getUpdates", failed(500, `oops at /bot${encodeURIComponent(double.token)}/getUpdates`))
  await channel.start(intake)
  expect(await log.waitFor("oops at")).not.toContain("double-of-a-secret")
})

test("an error of the store that quotes the token is logged without it", async () => {
  const { double, channel, intake, log } = await given()
  let first = true
  const keep: Intake["keep"] = async (...kept) => {
    if (first) {
      first = false
      throw new Error(`cannot store ${double.token}`)
    }
    await intake.keep(...kept)
  }
  await channel.start({ ...intake, keep })
  double.says({ from: "an", text: "chào" })
  await intake.received(1)
  expect(await log.waitFor("cannot store")).not.toContain("double-of-a-secret")
})

test("while another deployment's webhook is set nothing is polled; it is left alone and checked again", async () => {
  const checks = quickSleep(60_000)
  const { double, channel, intake, log } = await given({ sleep: checks })
  double.placeWebhook("https://other.example.vn/hook/their-secret")
  await channel.start(intake)
  const line = await log.waitFor("other.example.vn")
  expect(line).toContain("PUBLIC_URL")
  expect(line).not.toContain("their-secret")
  await double.waitForCalls("getWebhookInfo", 3)
  expect(checks.slept).toContain(60_000)
  expect(double.calls.map((call) => call.method)).not.toContain("getUpdates")
  expect(double.webhook()).toBeDefined()
  double.placeWebhook(undefined)
  double.says({ from: "an", text: "chào" })
  expect(await texts(intake, 1)).toEqual(["chào"])
})

test("a webhook set while we poll is noticed by the 400 of the next poll", async () => {
  const { double, channel, intake, log } = await given()
  await channel.start(intake)
  await double.waitForPolls()
  double.placeWebhook("https://other.example.vn/hook")
  double.letPollsEnd()
  expect(await log.waitFor("other.example.vn")).toMatch(/^warn/)
})

test("a platform that answers getMe with errors is polled all the same", async () => {
  const { double, channel, intake } = await given({ aliases: ["Bot Cũ"] })
  double.fail("getMe", FAULTS.badGateway, 1_000_000)
  await channel.start(intake)
  double.says({ from: "an", chat: "tng", group: true, replyToBot: true, text: "@Bot cũ tiến độ" })
  expect(await texts(intake, 1)).toEqual(["tiến độ"])
})

test("a list of updates is taken in order, all kept first", async () => {
  const { double, channel, intake } = await given()
  intake.hold()
  const update = (id: string) => ({
    event_name: "message.text.received",
    message: { message_id: id, text: id, from: { id: "u1" }, chat: { id: "u1", chat_type: "PRIVATE" } },
  })
  double.fail("getUpdates", { status: 200, body: { ok: true, result: [update("1"), update("2")] } })
  await channel.start(intake)
  await intake.attempts(1)
  expect(intake.kept.size).toBe(2)
  intake.open()
  expect(await texts(intake, 2)).toEqual(["1", "2"])
})

test("stop ends a hanging poll, start begins anew", async () => {
  const { double, channel, intake } = await given()
  await channel.start(intake)
  await double.waitForPolls()
  await channel.stop()
  await channel.start(intake)
  await double.waitForCalls("getUpdates", 2)
  double.says({ from: "an", text: "chào" })
  expect(await texts(intake, 1)).toEqual(["chào"])
})

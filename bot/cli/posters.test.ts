import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import decodeQR from "qr/decode.js"
import sharp from "sharp"
import { expect, onTestFinished, test } from "vitest"
import type { OperatorStore } from "../../core/campaign/operator-store.ts"
import type { Unit } from "../../core/campaign/unit.ts"
import type { BotId, Entrance } from "../../core/channel.ts"
import type { LocalDate } from "../../core/clock.ts"
import { cliOn } from "./testing.ts"

const TELEGRAM = "telegram:4242" as BotId
const ZALO = "zalo:1" as BotId

const atTelegram = (start?: string): Entrance =>
  start === undefined
    ? { link: "https://t.me/sk_bot", carries: false }
    : { link: `https://t.me/sk_bot?start=${start}`, carries: true }
const atZalo = (): Entrance => ({ link: "https://bot.example.vn/1", carries: false })

function unit(code: string, parentId: string | null, state: Unit["state"] = "open"): Unit {
  return {
    id: code,
    federationId: "LDLD",
    code,
    name: `CĐCS ${code}`,
    level: parentId === null ? "province" : "grassroots",
    parentId,
    effectiveFrom: "2026-01-01" as LocalDate,
    state,
    headcount: null,
  }
}

const FEDERATION = [
  unit("LDLD", null),
  unit("KCN", "LDLD"),
  unit("KCN-01", "KCN"),
  unit("Y/T 1", "LDLD"),
  unit("cũ", "LDLD", "closed"),
]

async function anOffice(units: readonly Unit[], ...bots: readonly (readonly [BotId, typeof atTelegram])[]) {
  const folder = await mkdtemp(join(tmpdir(), "posters-"))
  onTestFinished(async () => await rm(folder, { recursive: true }))
  const store = { units: async () => [...units] } as unknown as OperatorStore
  const cli = cliOn(store, { entrances: async () => new Map(bots) })
  const scanned = async (name: string) => {
    const { data, info } = await sharp(await readFile(join(folder, "print", name)))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return decodeQR({ width: info.width, height: info.height, data })
  }
  return {
    folder,
    scanned,
    posters: async (...words: string[]) => await cli("posters", join(folder, "print"), ...words),
    written: async () => (await readdir(join(folder, "print"))).sort(),
  }
}

test("every open unit gets its poster, which leads to the bot and tells it the unit", async () => {
  const { posters, written, scanned, folder } = await anOffice(FEDERATION, [TELEGRAM, atTelegram])
  expect(await posters()).toEqual({
    exit: 0,
    out: [
      `4 posters of telegram:4242 written to ${join(folder, "print")}`,
      "Whoever comes by 2 of them is asked for their unit: LDLD, Y/T 1",
    ],
    err: [],
  })
  expect(await written()).toEqual(["KCN-01.png", "KCN.png", "LDLD.png", "Y_T_1.png"])
  expect(await scanned("KCN-01.png")).toBe("https://t.me/sk_bot?start=u_KCN-01")
  // The federation's is for everybody, and no address can hold the other code.
  expect(await scanned("LDLD.png")).toBe("https://t.me/sk_bot")
  expect(await scanned("Y_T_1.png")).toBe("https://t.me/sk_bot")
})

test("--unit prints those of a unit and below it, however its code is typed", async () => {
  const { posters, written } = await anOffice(FEDERATION, [TELEGRAM, atTelegram])
  const { out } = await posters("--unit", "kcn", "--json")
  expect(JSON.parse(out[0] ?? "")).toMatchObject({ bot: TELEGRAM, posters: 2, unitIsAsked: [] })
  expect(await written()).toEqual(["KCN-01.png", "KCN.png"])
})

test("two codes that are one as names of files do not replace each other's poster", async () => {
  const units = [unit("LDLD", null), unit("A.1", "LDLD"), unit("a/1", "LDLD")]
  const { posters, written } = await anOffice(units, [TELEGRAM, atTelegram])
  await posters()
  expect(await written()).toEqual(["A_1.png", "LDLD.png", "a_1-2.png"])
})

test("of several bots one is named, for each has an address of its own", async () => {
  const { posters, scanned } = await anOffice(FEDERATION, [TELEGRAM, atTelegram], [ZALO, atZalo])
  const unnamed = await posters()
  expect(unnamed).toMatchObject({ exit: 1, err: [expect.stringContaining("--bot is missing")] })
  expect(await posters("--bot", "zalo:2")).toMatchObject({ exit: 1, err: [expect.stringContaining(ZALO)] })
  expect(await posters("--bot", ZALO, "--unit", "KCN-01")).toMatchObject({ exit: 0 })
  expect(await scanned("KCN-01.png")).toBe("https://bot.example.vn/1")
})

test("what is missing is told in one line: an address, units, a unit of that code, which federation, a folder", async () => {
  const told = async (units: readonly Unit[], ...words: string[]) => {
    const { posters } = await anOffice(units, [TELEGRAM, atTelegram])
    const { exit, err } = await posters(...words)
    expect([exit, err.length]).toEqual([1, 1])
    return err[0]
  }
  const without = await (await anOffice(FEDERATION)).posters()
  expect(without).toMatchObject({ exit: 1, err: [expect.stringContaining("TELEGRAM_BOT_TOKENS")] })
  expect(await told([])).toContain("units import")
  expect(await told(FEDERATION, "--unit", "XYZ")).toContain('no unit "XYZ"')
  expect(await told(FEDERATION, "--unit", "cũ")).toContain("not open any more")
  expect(await told([...FEDERATION, unit("LDLD-BN", null)])).toContain("several federations: LDLD, LDLD-BN")
  const { posters, folder } = await anOffice(FEDERATION, [TELEGRAM, atTelegram])
  await writeFile(join(folder, "print"), "")
  expect(await posters()).toMatchObject({ exit: 1, err: [expect.stringContaining("cannot be written")] })
})

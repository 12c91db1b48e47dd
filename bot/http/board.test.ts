import { existsSync, readFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { gunzipSync } from "node:zlib"
import type { FastifyInstance } from "fastify"
import { type Browser, chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import type { StoredCampaign } from "../../core/campaign/operator-store.ts"
import type { Unit } from "../../core/campaign/unit.ts"
import { createWording } from "../../core/messages/wording.ts"
import { type BoardFacts, readBoard } from "../../core/tally/board.ts"
import { aCampaign, aSeries, EIGHTEEN, type SampleUnit, ZONE } from "../../core/tally/testing.ts"
import { boardRoutes } from "./board.ts"
import { createHttpServer } from "./server.ts"

const vi = readFileSync(new URL("../../core/messages/vi.ftl", import.meta.url), "utf8")
const WORDS = { say: createWording(vi, "vi").say, language: "vi" }
const AT = "2022-04-22T16:00:00+07:00"
const CAMPAIGN: StoredCampaign = { id: "c", unitId: "root", federationId: "root", campaign: aCampaign() }

/** The board of a root over `units`, from a store in memory that counts everything in every span. */
async function facts(
  units: readonly SampleUnit[],
  at = AT,
  { shown = CAMPAIGN, all = [CAMPAIGN] }: { shown?: StoredCampaign; all?: readonly StoredCampaign[] } = {},
): Promise<BoardFacts> {
  const unit = (id: string, name: string, members: number): Unit => ({
    id,
    federationId: "root",
    code: id === "root" ? "LDLD" : id.toUpperCase(),
    name,
    level: "upper",
    parentId: id === "root" ? null : "root",
    effectiveFrom: "2021-09-01",
    state: "open",
    headcount: members === 0 ? null : { members, workers: 0 },
  })
  const total = units.reduce((sum, each) => sum + each.onPortal, 0)
  const source = {
    units: async () => [
      unit("root", "Liên đoàn Lao động tỉnh Thái Nguyên", 0),
      ...units.map((each, index) => unit(`u${index + 1}`, each.name, each.members)),
    ],
    countSpans: async (_: string, spans: readonly { from: number; to: number }[]) =>
      new Map(
        units.map(({ onPortal }, index) => {
          const count = (span: { from: number; to: number }) =>
            span.to <= span.from ? 0 : Math.round((onPortal * (span.to - span.from)) / 2e10)
          return [
            `u${index + 1}`,
            spans.map((span) => ({
              registered: count(span) + 2,
              recognized: count(span) + 1,
              onPortal: count(span),
              benefit: { vnd: 0, unconverted: 0 },
            })),
          ]
        }),
      ),
    setTargets: async () => ({ assigned: new Map(), pledged: new Map() }),
    corrections: async () => new Map<string, number>(),
    series: async () => aSeries("2021-09-01", at, total),
  }
  return await readBoard(source, shown, { at: Date.parse(at), all, zone: ZONE, say: WORDS.say })
}

/** Two campaigns of the federation and one of another, latest start first. */
const NEWER: StoredCampaign = {
  ...CAMPAIGN,
  id: "n",
  campaign: {
    ...aCampaign(),
    code: "thang cn/2022",
    name: "Tháng Công nhân <2022>",
    shortName: "Tháng Công nhân",
    startsOn: "2022-05-01",
    endsOn: "2022-05-31",
  },
}
const FOREIGN: StoredCampaign = { ...NEWER, id: "f", unitId: "other", federationId: "other" }
const ALL = [NEWER, FOREIGN, CAMPAIGN]
const boardOf =
  (at: string) =>
  async (code: string | undefined): Promise<BoardFacts | undefined> => {
    const shown = code === undefined ? NEWER : ALL.find(({ campaign }) => campaign.code === code)
    return shown && (await facts(EIGHTEEN, at, { shown, all: ALL }))
  }

const HOSTILE = `<script>alert("x")</script> & 'Công ty' \u0007`

const manyUnits: readonly SampleUnit[] = Array.from({ length: 2000 }, (_, index) => ({
  name: index === 7 ? HOSTILE : `CĐCS Công ty TNHH Một thành viên số ${index + 1}`,
  members: 20 + (index % 90),
  onPortal: index % 40,
}))

function aServer(
  board: (code: string | undefined) => Promise<BoardFacts | undefined>,
  now = () => Date.parse(AT),
) {
  const draws: string[] = []
  const app = createHttpServer({
    log: { info: () => {}, warn: () => {}, error: () => {} },
    readiness: async () => ({ ready: true, parts: {} }),
    metrics: async () => "",
    webhooks: new Map(),
    words: WORDS,
  })
  const draw = async (_: unknown, form: string) => {
    draws.push(form)
    return Uint8Array.of(1, 2, 3)
  }
  app.register(boardRoutes({ board, draw, words: WORDS, now }))
  onTestFinished(async () => await app.close())
  return { app, draws }
}

/** Names of the tags in order, after checking that each is closed where it must be. */
function tagsOf(html: string): string[] {
  const open: string[] = []
  const names: string[] = []
  for (const [, slash, name = "", attributes = ""] of html.matchAll(
    /<(\/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z-]+="[^"<]*")*\s*\/?)>/g,
  )) {
    if (slash === "/") expect(open.pop(), `</${name}>`).toBe(name)
    else if (!attributes.endsWith("/")) open.push(name)
    if (slash === "") names.push(name)
  }
  expect(open).toEqual([])
  return names
}

describe("the board's page", () => {
  test("shows 2,000 units well-formed, escaped, without script, light and at once", async () => {
    const { app } = aServer(async () => await facts(manyUnits))
    const answer = await app.inject({ url: "/board", headers: { "accept-encoding": "gzip, br" } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-encoding": "gzip",
      "cache-control": "public, max-age=30",
      vary: "accept-encoding",
    })
    const html = gunzipSync(answer.rawPayload).toString()
    expect(answer.rawPayload.length).toBeLessThan(120_000)
    expect(html.length).toBeLessThan(900_000)
    const tags = tagsOf(html)
    expect(tags.filter((tag) => ["script", "style", "iframe"].includes(tag))).toEqual([])
    expect(html).not.toMatch(/\s(?:style|on[a-z]+)=/)
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Công ty&#39;")
    // What stands between the tags holds no half-open tag either.
    expect(html.replaceAll(/<[^<>]+>/g, "")).not.toMatch(/[<>]/)
    expect(tags.filter((tag) => tag === "tr")).toHaveLength(2000 + 1 + 1 + 1)
  })

  test("gives tables headings with scope, a caption and a way past the top for the keyboard", async () => {
    const { app } = aServer(async () => await facts(EIGHTEEN))
    const html = (await app.inject("/board")).body
    expect(html.match(/<th scope="col" /g)).toHaveLength(7 + 6)
    expect(html.match(/<th scope="row" /g)).toHaveLength(18 + 1)
    expect(html.match(/<caption>/g)).toHaveLength(2)
    expect(html).toContain('<a class="skip" href="#units">')
    expect(html).toContain('<html lang="vi">')
    expect(html).toMatch(/<img [^>]*alt="Đường tiến độ Giai đoạn 1: [^"]+"/)
    expect(html).toContain("16h00 ngày 22/4/2022")
    expect(html).toContain("31/3/2022 – 8/4/2022")
  })

  test("has no ranks before anything is counted, for an order by name alone is none", async () => {
    const unitsOf = async (units: readonly SampleUnit[]) => {
      const { app } = aServer(async () => await facts(units))
      const { body } = await app.inject({ url: "/board" })
      const [, table = ""] = body.split('<section id="units">')
      return table.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")
    }
    const none = await unitsOf(EIGHTEEN.map((unit) => ({ ...unit, onPortal: 0 })))
    expect(none).toContain("18 đơn vị, chưa đơn vị nào có sáng kiến lên cổng.")
    expect(none).not.toMatch(/ 1\. /)
    const some = await unitsOf(EIGHTEEN)
    expect(some).toContain("18 đơn vị, xếp theo % chỉ tiêu (số lên cổng); ")
    expect(some).toMatch(/ 1\. /)
  })

  test("is made once in thirty seconds, also for those who ask meanwhile, and answers 304 to who has it", async () => {
    let now = Date.parse(AT)
    let asked = 0
    const { app, draws } = aServer(
      async () => {
        asked++
        return await facts(EIGHTEEN, new Date(now).toISOString())
      },
      () => now,
    )
    const [first, second] = await Promise.all([app.inject("/board"), app.inject("/board")])
    expect(first.body).toBe(second.body)
    const etag = String(first.headers["etag"])
    const again = await app.inject({ url: "/board", headers: { "if-none-match": `"x", ${etag}` } })
    expect([again.statusCode, again.body]).toEqual([304, ""])
    now += 29_999
    await app.inject("/board")
    expect(asked).toBe(1)
    const picture = /src="(\/board\.png\?v=[\w-]+)"/.exec(first.body)?.[1] ?? ""
    await Promise.all([app.inject(picture), app.inject(picture), app.inject("/board-wide.png")])
    expect(draws).toEqual(["narrow", "wide"])
    now += 60_001
    const later = await app.inject("/board")
    expect([asked, later.headers["etag"] === etag]).toEqual([2, false])
  })

  test("asks again at once after the store was down", async () => {
    let isDown = true
    const { app } = aServer(async () => {
      if (isDown) throw new Error("the store is down")
      return await facts(EIGHTEEN)
    })
    expect((await app.inject("/board")).statusCode).toBe(503)
    isDown = false
    expect((await app.inject("/board")).statusCode).toBe(200)
  })

  test("leads to the other campaigns of the federation, the running and the ended ones, each at an address of its own", async () => {
    const { app, draws } = aServer(boardOf("2022-06-01T08:00:00+07:00"))
    const usual = await app.inject("/board")
    const nav = /<nav .*<\/nav>/s.exec(usual.body)?.[0] ?? ""
    tagsOf(usual.body)
    expect(
      nav
        .replaceAll(/<[^>]+>/g, " ")
        .trim()
        .split(/\s{2,}/),
    ).toEqual([
      ...["Tháng Công nhân", "đã kết thúc · 1/5/2022 – 31/5/2022"],
      ...["1 triệu sáng kiến", "đang diễn ra · 1/9/2021 – 1/9/2023"],
    ])
    expect(nav).toContain('<a href="/board/thang%20cn%2F2022" aria-current="page">')
    expect(usual.body).toContain("<strong>Chương trình đã kết thúc ngày 31/5/2022.</strong>")
    const address = /<a href="(\/board\/[^"]+)">1 triệu/.exec(nav)?.[1] ?? ""
    const older = await app.inject(address)
    expect(older.statusCode).toBe(200)
    expect(older.body).not.toContain("đã kết thúc ngày")
    expect(older.body).toContain(`<a href="${address}" aria-current="page">`)
    const picture = /src="(\/board\/[^"]+\/narrow\.png\?v=[\w-]+)"/.exec(older.body)?.[1] ?? ""
    expect((await app.inject(picture)).headers["content-type"]).toBe("image/png")
    expect(draws).toEqual(["narrow"])
  })

  test("of each campaign is made once in thirty seconds; what is none has no page and is not remembered", async () => {
    const asked: (string | undefined)[] = []
    const { app } = aServer(async (code) => {
      asked.push(code)
      return await boardOf(AT)(code)
    })
    const known = "/board/thang%20cn%2F2022"
    await Promise.all([app.inject(known), app.inject("/board")])
    expect((await app.inject(known)).statusCode).toBe(200)
    expect(asked).toEqual(["thang cn/2022", undefined])
    for (let nth = 0; nth < 2; nth++) {
      const none = await app.inject("/board/la-gi")
      expect([none.statusCode, none.body]).toEqual([404, expect.stringContaining("/board")])
    }
    expect((await app.inject("/board/la-gi/narrow.png")).statusCode).toBe(404)
    expect((await app.inject(`/board/${"x".repeat(90)}`)).statusCode).toBe(404)
    expect(asked.slice(2)).toEqual(["la-gi", "la-gi", "la-gi", "x".repeat(90)])
  })

  test("says so when there is no campaign, or none that has begun", async () => {
    const none = aServer(async () => undefined).app
    expect((await none.inject("/board")).body).toContain("Chưa có chương trình")
    expect((await none.inject("/board.png")).statusCode).toBe(404)
    const early = aServer(async () => await facts(EIGHTEEN, "2021-08-20T08:00:00+07:00")).app
    const page = (await early.inject("/board")).body
    tagsOf(page)
    expect(page).toContain("Chương trình bắt đầu ngày 1/9/2021.")
    expect(page).toContain("sắp tới")
  })
})

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium"
const withoutChromium = !existsSync(executablePath) && process.env["CI"] === undefined

// Left out only where there is no Chromium (the page tests say so in a line); with CI set the tests run and fail without it.
describe.skipIf(withoutChromium)("the board in a browser", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu"] })
  })
  afterAll(() => browser?.close())

  async function opened(app: FastifyInstance, width: number) {
    await app.listen({ host: "127.0.0.1", port: 0 })
    const { port } = app.server.address() as AddressInfo
    const context = await browser.newContext({ viewport: { width, height: 740 } })
    onTestFinished(async () => await context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on("console", (message) => complaints.push(message.text()))
    await page.goto(`http://127.0.0.1:${port}/board`)
    return { page, complaints }
  }

  test.each([320, 360, 1280])(
    "at %i pixels nothing scrolls sideways or is refused, tables stay tables, and the fitting chart is taken",
    async (width) => {
      const { app } = aServer(async () => await facts(EIGHTEEN, AT, { all: ALL }))
      const { page, complaints } = await opened(app, width)
      const [content, seen] = await page.evaluate<number[]>(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
      )
      expect(content).toBe(seen)
      const tables = await page.evaluate<number[][]>(
        "[...document.querySelectorAll('.scroll')].map((one) => [one.scrollWidth, one.clientWidth])",
      )
      for (const [wide, shown] of tables) expect(wide).toBe(shown)
      // Laid out over several lines a row is still a row to those who hear it, with each of its cells.
      expect(await page.getByRole("table").count()).toBe(2)
      const first = page.locator("#units").getByRole("row").nth(1)
      expect(await first.getByRole("rowheader").innerText()).toMatch(/^1\. /)
      expect(await first.getByRole("cell").count()).toBe(6)
      expect(await page.evaluate<string>("document.querySelector('.line').currentSrc")).toContain(
        width < 768 ? "/board.png?v=" : "/board-wide.png?v=",
      )
      expect(complaints).toEqual([])
      await page.keyboard.press("Tab")
      expect(await page.evaluate("document.activeElement?.textContent")).toBe("Tới bảng các đơn vị")
      await page.keyboard.press("Enter")
      expect(new URL(page.url()).hash).toBe("#units")
    },
  )
})

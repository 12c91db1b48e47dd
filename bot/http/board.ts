import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { BoardFacts } from "../../core/tally/board.ts"
import type { ChartProgress } from "../../core/tally/chart-progress.ts"
import { boardPage, type PageWords } from "./board-page.ts"
import { say } from "./server.ts"

/** For a phone, or for a screen and paper. */
const FORMS = ["narrow", "wide"] as const
/** One of the two ways the chart is drawn. */
export type ChartForm = (typeof FORMS)[number]

/** What the public board is made of. */
export type BoardParts = {
  /** undefined: there is no campaign. */
  readonly board: () => Promise<BoardFacts | undefined>
  /** Draws the way to the goal as PNG; asked at most once a page and form. */
  readonly draw: (progress: ChartProgress, form: ChartForm) => Promise<Uint8Array>
  readonly words: PageWords
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** How long a page is shown again without asking the store; also what browsers and proxies are told. */
const KEEP_SECONDS = 30

/** Three bars on the way up; without it browsers ask in vain for one. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b4f9e" d="M1 10h4v5H1zm5-4h4v9H6zm5-5h4v14h-4z"/></svg>'

const ADDRESSES: Readonly<Record<ChartForm, string>> = { narrow: "/board.png", wide: "/board-wide.png" }

const compress = promisify(gzip)

type Page = {
  readonly html: Buffer
  readonly zipped: Buffer
  readonly etag: string
  /** undefined: there is nothing to draw. */
  readonly picture: (form: ChartForm) => Promise<Uint8Array> | undefined
}

/**
 * `GET /board`, its style sheet and its chart: public, without script and without personal data. The page is made at most
 * once in 30 seconds, however many ask, and sent compressed.
 */
export function boardRoutes(parts: BoardParts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    const css = await readFile(new URL("./board.css", import.meta.url))
    const page = kept(parts)
    app.get("/board.css", (_request, reply) =>
      reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(css),
    )
    app.get("/board.svg", (_request, reply) =>
      reply.type("image/svg+xml").header("cache-control", "public, max-age=86400").send(ICON),
    )
    app.get("/board", async (request, reply) => sendPage(request, reply, await page()))
    for (const form of FORMS) {
      app.get(ADDRESSES[form], async (_request, reply) => {
        const png = await (await page()).picture(form)
        if (png === undefined) return say(reply, 404, parts.words.say({ key: "board-no-picture" }))
        return reply
          .type("image/png")
          .header("cache-control", `public, max-age=${KEEP_SECONDS}`)
          .send(Buffer.from(png))
      })
    }
  }
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  reply.headers({
    "cache-control": `public, max-age=${KEEP_SECONDS}`,
    etag: page.etag,
    vary: "accept-encoding",
  })
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(page.etag)) return reply.code(304).send()
  reply.type("text/html; charset=utf-8")
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    String(request.headers["accept-encoding"] ?? ""),
  )
  return takesGzip ? reply.header("content-encoding", "gzip").send(page.zipped) : reply.send(page.html)
}

/** The page, remembered; those who come while it is being made share the work. */
function kept(parts: BoardParts): () => Promise<Page> {
  let known: { readonly askedAt: number; readonly page: Promise<Page> } | undefined
  const { now } = parts
  return () => {
    if (known !== undefined && now() - known.askedAt < KEEP_SECONDS * 1000) return known.page
    const page = makePage(parts)
    const fresh = { askedAt: now(), page }
    known = fresh
    page.catch(() => {
      if (known === fresh) known = undefined
    })
    return page
  }
}

async function makePage({ board, draw, words }: BoardParts): Promise<Page> {
  const facts = await board()
  const progress = facts?.standing?.chart.progress
  const version = digest(JSON.stringify(progress ?? null))
  const address = (form: ChartForm) => `${ADDRESSES[form]}?v=${version}`
  const html = Buffer.from(boardPage(facts, { narrow: address("narrow"), wide: address("wide") }, words))
  const drawn = new Map<ChartForm, Promise<Uint8Array>>()
  const picture = (form: ChartForm) => {
    const known = drawn.get(form)
    if (known !== undefined || progress === undefined) return known
    const drawing = draw(progress, form)
    drawn.set(form, drawing)
    drawing.catch(() => drawn.delete(form))
    return drawing
  }
  return { html, zipped: await compress(html), etag: `W/"${digest(html)}"`, picture }
}

function digest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22)
}

import { readFile } from "node:fs/promises"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { BoardFacts } from "../../core/tally/board.ts"
import type { ChartProgress } from "../../core/tally/chart-progress.ts"
import { boardPage, type PageWords } from "./board-page.ts"
import { digest, type Ready, ready, sendReady } from "./ready.ts"
import { say } from "./server.ts"

/** For a phone, or for a screen and paper. */
const FORMS = ["narrow", "wide"] as const
/** One of the two ways the chart is drawn. */
export type ChartForm = (typeof FORMS)[number]

/** What the public board is made of. */
export type BoardParts = {
  /** Of the campaign with the code, else of the one that people register for; undefined: there is none. */
  readonly board: (code: string | undefined) => Promise<BoardFacts | undefined>
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

/** Longer ones no campaign has. */
const LONGEST_CODE = 100

type Page = {
  readonly html: Ready
  /** Whether there is such a campaign. */
  readonly isThere: boolean
  /** undefined: there is nothing to draw. */
  readonly picture: (form: ChartForm) => Promise<Uint8Array> | undefined
}

/**
 * `GET /board`, `GET /board/CODE` of one campaign, their style sheet and charts: public, without script and without personal data. Each page
 * is made at most once in 30 seconds, however many ask, and sent compressed.
 */
export function boardRoutes(parts: BoardParts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    const css = await readFile(new URL("./board.css", import.meta.url))
    const usual = kept(parts)
    const ofCampaign = keptByCode(parts)
    app.get("/board.css", (_request, reply) =>
      reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(css),
    )
    app.get("/board.svg", (_request, reply) =>
      reply.type("image/svg+xml").header("cache-control", "public, max-age=86400").send(ICON),
    )
    app.get("/board", async (request, reply) => sendPage(request, reply, await usual()))
    app.get<{ Params: { code: string } }>("/board/:code", async (request, reply) => {
      const page = await ofCampaign(request.params.code)
      return page === undefined
        ? say(reply, 404, parts.words.say({ key: "board-unknown" }))
        : sendPage(request, reply, page)
    })
    for (const form of FORMS) {
      const sendPicture = async (reply: FastifyReply, page: Page | undefined) => {
        const png = await page?.picture(form)
        if (png === undefined) return say(reply, 404, parts.words.say({ key: "board-no-picture" }))
        return reply
          .type("image/png")
          .header("cache-control", `public, max-age=${KEEP_SECONDS}`)
          .send(Buffer.from(png))
      }
      app.get(ADDRESSES[form], async (_request, reply) => sendPicture(reply, await usual()))
      app.get<{ Params: { code: string } }>(`/board/:code/${form}.png`, async (request, reply) =>
        sendPicture(reply, await ofCampaign(request.params.code)),
      )
    }
  }
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  reply.type("text/html; charset=utf-8").header("cache-control", `public, max-age=${KEEP_SECONDS}`)
  return sendReady(request, reply, page.html)
}

/** The pages of single campaigns; what no campaign has as its code is not remembered, however much of it is asked for. */
function keptByCode(parts: BoardParts): (code: string) => Promise<Page | undefined> {
  const known = new Map<string, () => Promise<Page>>()
  return async (code) => {
    if (code.length > LONGEST_CODE) return undefined
    const page = known.get(code) ?? kept(parts, code)
    known.set(code, page)
    let isThere = false
    try {
      const made = await page()
      isThere = made.isThere
      return isThere ? made : undefined
    } finally {
      if (!isThere) known.delete(code)
    }
  }
}

/** The page, remembered; those who come while it is being made share the work. */
function kept(parts: BoardParts, code?: string): () => Promise<Page> {
  let known: { readonly askedAt: number; readonly page: Promise<Page> } | undefined
  const { now } = parts
  return () => {
    if (known !== undefined && now() - known.askedAt < KEEP_SECONDS * 1000) return known.page
    const page = makePage(parts, code)
    const fresh = { askedAt: now(), page }
    known = fresh
    page.catch(() => {
      if (known === fresh) known = undefined
    })
    return page
  }
}

async function makePage({ board, draw, words }: BoardParts, code: string | undefined): Promise<Page> {
  const facts = await board(code)
  const progress = facts?.standing?.chart.progress
  const version = digest(JSON.stringify(progress ?? null))
  const address = (form: ChartForm) =>
    `${code === undefined ? ADDRESSES[form] : `/board/${encodeURIComponent(code)}/${form}.png`}?v=${version}`
  const html = await ready(boardPage(facts, { narrow: address("narrow"), wide: address("wide") }, words))
  const drawn = new Map<ChartForm, Promise<Uint8Array>>()
  const picture = (form: ChartForm) => {
    const known = drawn.get(form)
    if (known !== undefined || progress === undefined) return known
    const drawing = draw(progress, form)
    drawn.set(form, drawing)
    drawing.catch(() => drawn.delete(form))
    return drawing
  }
  const isThere = facts !== undefined
  return { html, picture, isThere }
}

import type { Channel } from "../../core/channel.ts"
import { readBoard } from "../../core/tally/board.ts"
import { listCampaigns } from "../../db/campaign/campaign.ts"
import type { ConversationReads } from "../../db/conversation/reads.ts"
import { findDocument } from "../../db/file/document.ts"
import { findPicture } from "../../db/file/picture.ts"
import { isMigrated } from "../../db/migrate.ts"
import { isWritable } from "../../db/server/connection.ts"
import type { Store } from "../../db/server/open.ts"
import type { Jobs } from "../../jobs/start.ts"
import { type BoardParts, boardRoutes } from "../http/board.ts"
import { documentRoutes } from "../http/documents.ts"
import { pictureRoutes } from "../http/pictures.ts"
import { createHttpServer } from "../http/server.ts"
import type { Settings } from "../settings.ts"
import type { WebChannel } from "../web/channel.ts"
import { webChatRoutes } from "../web/routes.ts"
import { answeredWithin } from "../within.ts"
import type { Parts } from "./parts.ts"
import { roundPorts } from "./tally.ts"

/** Everything that is answered through HTTP. */
export function serverOf(
  parts: Parts,
  {
    web,
    receiving,
    reads,
    jobs,
  }: {
    readonly web: WebChannel | undefined
    readonly receiving: readonly Channel[]
    readonly reads: ConversationReads
    readonly jobs: Jobs
  },
) {
  const { settings, store, metrics, wording: words } = parts
  const { log, now } = parts.around
  const server = createHttpServer({
    log,
    words,
    readiness: async () => await readiness(store, jobs),
    metrics: metrics.text,
    webhooks: new Map(
      receiving.flatMap(({ name, webhook }) =>
        webhook === undefined ? [] : [[`${name}/${webhook.path}`, webhook.handle] as const],
      ),
    ),
    ...(web === undefined
      ? {}
      : {
          webChat: webChatRoutes(web, {
            hosts: hostsOf(settings),
            timeZone: settings.timeZone,
            language: settings.language,
          }),
        }),
  })
  server.register(boardRoutes(boardParts(parts, reads)))
  server.register(
    documentRoutes({ document: async (key) => await findDocument(store.db, key, now()), words }),
  )
  server.register(
    pictureRoutes({ picture: async (key) => await findPicture(store.db, key, now()), now, words }),
  )
  return server
}

/** The boards of the campaigns. */
function boardParts({ settings, store, wording, around }: Parts, reads: ConversationReads): BoardParts {
  const { timeZone: zone, language } = settings
  const { db } = store
  const { say } = wording
  const { now } = around
  const { source } = roundPorts(db, zone)
  return {
    board: async (code) => {
      const all = await listCampaigns(db)
      const usual = code === undefined ? (await reads.campaignFor(undefined, now()))?.id : undefined
      const shown = all.find(({ id, campaign }) =>
        code === undefined ? id === usual : campaign.code === code,
      )
      return shown === undefined ? undefined : await readBoard(source, shown, { at: now(), all, zone, say })
    },
    // Loaded when the first picture is asked for: it takes longer than the rest of the start.
    draw: async (...what) => await (await import("../picture/draw.ts")).drawProgress(...what),
    words: { say, language },
    now,
  }
}

/** Less than whoever asks waits for an answer: Docker's health check 5 seconds. */
const PART_WITHIN_MS = 3_000

async function readiness(store: Store, jobs: Jobs) {
  const check = async (probe: () => Promise<{ readonly ok: boolean; readonly detail?: string }>) =>
    await answeredWithin(PART_WITHIN_MS, probe()).catch(() => ({ ok: false, detail: "no answer" }))
  const [database, migrations, queue] = await Promise.all([
    check(async () => {
      return (await isWritable(store.pool)) ? { ok: true } : { ok: false, detail: "read-only" }
    }),
    check(async () => ({ ok: await isMigrated(store.db) })),
    check(async () => await jobs.ready()),
  ])
  const parts = { database, migrations, queue }
  return { ready: Object.values(parts).every((part) => part.ok), parts }
}

function hostsOf({ host, publicUrl }: Settings): readonly string[] {
  return publicUrl === undefined ? [host] : [host, new URL(publicUrl).hostname]
}

import { createHash, randomBytes } from "node:crypto"
import { userInfo } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { pino } from "pino"
import type { BotId, ChatId, Entrance } from "../../core/channel.ts"
import type { Wording } from "../../core/messages/wording.ts"
import { UNSEALED } from "../../core/seal.ts"
import { postTally } from "../../core/tally/post.ts"
import { backups } from "../../db/backup/backup.ts"
import { missingFiles } from "../../db/file/attachment.ts"
import { webhookSecret } from "../../db/first-start.ts"
import { operatorStore } from "../../db/operator-store.ts"
import { deadLetters } from "../../db/outbox/dead-letter.ts"
import { quotaUsage } from "../../db/outbox/ledger.ts"
import { outbox } from "../../db/outbox/outbox.ts"
import { audit } from "../../db/people/audit.ts"
import { openRequests } from "../../db/people/data-request.ts"
import { listReminders } from "../../db/reminder/reminder.ts"
import { encryptionCheck, openSeal, rotateKey } from "../../db/seal/encryption.ts"
import { newKey } from "../../db/seal/keys.ts"
import { isAlone, openPool } from "../../db/server/connection.ts"
import { checkDataDir, openStore, type Store } from "../../db/server/open.ts"
import { rightsCheck } from "../../db/server/rights.ts"
import { createDelivery } from "../../jobs/deliver.ts"
import { queueCheck } from "../../jobs/queue-check.ts"
import { type ChannelParts, documentedPace, monthlyQuotas, openChannels } from "../channels.ts"
import { readEnvironment } from "../environment.ts"
import { deliveryParts, publisherOf } from "../house/delivery.ts"
import { roundPorts } from "../house/tally.ts"
import { createLog } from "../log.ts"
import { readSettings, type Settings } from "../settings.ts"
import { loadWording } from "../wording.ts"
import { diskCheck } from "./disk.ts"
import { CliError, oneLine } from "./errors.ts"
import { runCli } from "./run.ts"
import type { Check, Entrances, PostTally } from "./world.ts"

/** A post waits at most so long for a slow platform before the rest is left to the bot's next start. */
const LONGEST_DELIVERY_MS = 120_000
const CLOCK_MAY_BE_OFF_MS = 30_000
/** What fails when its database is gone has so long to clear up, as an unfinished file. */
const CLEARS_UP_WITHIN_MS = 1_000
/** BullMQ takes at least so many. */
const QUEUE_CONNECTIONS = 5

let isInterrupted = false

async function main(): Promise<0 | 1> {
  const settings = readSettings(readEnvironment())
  let opened: Promise<Store> | undefined
  let words: Wording | undefined
  const open = () => {
    // Tables are dropped and made anew by whoever owns them.
    opened ??= openStore(settings, process.argv[2] === "restore" ? "owner" : "application")
    return opened
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Not `once`: Ctrl-C in npm comes twice.
    process.on(signal, () => void interrupt(opened))
  }
  try {
    return await runCli(process.argv.slice(2), {
      store: async () => operatorStore((await open()).db, settings.timeZone),
      deadLetters: async () => deadLetters((await open()).db),
      audit: async () => audit((await open()).db),
      keys: {
        fresh: newKey,
        rotate: async (lose) => await rotateKey(settings, await open(), { lose }),
      },
      operator: userInfo().username,
      reminders: async () => await listReminders((await open()).db),
      dataRequests: async () => await openRequests((await open()).db),
      quotas: async () =>
        settings.zaloTokens.length === 0
          ? []
          : await quotaUsage((await open()).db, await quotasOf(settings), Date.now(), settings.timeZone),
      entrances: async () => await entrancesOf(settings),
      backups: backups(async () => ({ ...(await open()), dataDir: settings.dataDir }), Date.now),
      print: (line) => process.stdout.write(`${line}\n`),
      warn: complain,
      now: Date.now,
      timeZone: settings.timeZone,
      say: (phrase) => {
        words ??= loadWording(settings)
        return words.say(phrase)
      },
      randomBytes,
      sha256Hex: (text) => createHash("sha256").update(text).digest("hex"),
      postTally: posting(settings, open),
      checks: await checks(settings, open),
    })
  } finally {
    const store = await opened?.catch(() => undefined)
    await store?.close()
  }
}

/** A command that is cut short leaves no database running and nothing half done in it. */
async function interrupt(opened: Promise<Store> | undefined): Promise<void> {
  if (isInterrupted) return
  complain("Interrupted before it was finished.")
  isInterrupted = true
  await opened?.then((store) => store.abandon()).catch(() => {})
  setTimeout(() => process.exit(1), opened === undefined ? 0 : CLEARS_UP_WITHIN_MS)
}

/** Once interrupted, what goes wrong goes wrong for that. */
function complain(line: string): void {
  if (!isInterrupted) process.stderr.write(`${line}\n`)
}

/** Writes the posts to the outbox; the running bot delivers them, or this command itself when none runs. */
function posting(settings: Settings, open: () => Promise<Store>): PostTally {
  return async ({ campaign, unitId, ask }) => {
    const store = await open()
    const ports = roundPorts(store.db, settings.timeZone)
    const groups = await ports.posts.groupsUnder(unitId)
    const chats = await postTally(
      { ports, campaign, ask: { ...ask, unitId, late: false }, now: Date.now() },
      groups,
    )
    if (await isAlone(store.pool)) await deliver(settings, store, chats)
    return { groups: chats.length }
  }
}

async function deliver(settings: Settings, store: Store, chats: readonly ChatId[]): Promise<void> {
  const log = createLog(settings.logLevel, pino.destination({ dest: 2, sync: true }))
  const seal = await openSeal(settings, store)
  const channels = await openChannels(settings, {
    webhookSecret: settings.webhookSecret ?? (await webhookSecret(store.db, seal)),
    seal,
    web: undefined,
    publish: publisherOf(settings, store, Date.now),
    log,
  })
  const delivery = createDelivery({
    ...deliveryParts(settings, store, channels, loadWording(settings)),
    outbox: outbox(store.db),
    pace: documentedPace,
    later: async () => {},
    log,
    now: Date.now,
  })
  const deadline = Date.now() + LONGEST_DELIVERY_MS
  await Promise.all(
    chats.map(async (chat) => {
      for (;;) {
        const { nextAt } = await delivery.deliver(chat)
        if (nextAt === undefined || nextAt > deadline) return
        await sleep(Math.max(0, nextAt - Date.now()))
      }
    }),
  )
  await delivery.drain()
}

/** Channels that only answer questions about themselves. */
function unheard(secret: string): ChannelParts {
  return {
    webhookSecret: secret,
    seal: UNSEALED,
    web: undefined,
    publish: undefined,
    log: pino({ level: "silent" }),
  }
}

async function quotasOf(settings: Settings) {
  const channels = await openChannels(settings, unheard("unused-by-a-count"))
  return monthlyQuotas(settings, channels.keys())
}

/** A platform is asked who the bot is, for the address holds its name. */
async function entrancesOf(settings: Settings): Promise<Entrances> {
  const channels = await openChannels(settings, unheard("unused-by-an-address"))
  const found = new Map<BotId, (start: string | undefined) => Entrance>()
  for (const [bot, channel] of channels) {
    if (channel.entrance === undefined) continue
    const wrong = await channel.check?.()
    const entrance = (start: string | undefined) => channel.entrance?.(start)
    const usual = entrance(undefined)
    if (usual !== undefined) found.set(bot, (start) => entrance(start) ?? usual)
    else if (wrong !== undefined) throw new CliError(wrong)
  }
  return found
}

async function checks(settings: Settings, open: () => Promise<Store>): Promise<readonly Check[]> {
  return [
    {
      name: "settings",
      run: async () => {
        await checkDataDir(settings.dataDir)
        return { ok: true, text: `data in ${settings.dataDir}, time zone ${settings.timeZone}` }
      },
    },
    { name: "disk", run: async () => await diskCheck(settings.dataDir) },
    {
      name: "clock",
      run: async () => {
        const { pool } = await open()
        const { rows } = await pool.query<{ now: Date }>("select clock_timestamp() as now")
        const offMs = Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now())
        return offMs < CLOCK_MAY_BE_OFF_MS
          ? { ok: true, text: "agrees with the database" }
          : {
              ok: false,
              text: `differs from the database by ${Math.round(offMs / 1000)} s; switch on time synchronisation on both machines`,
            }
      },
    },
    {
      name: "attachments",
      run: async () => {
        const missing = await missingFiles((await open()).db, settings.dataDir)
        return missing.length === 0
          ? { ok: true, text: `every file is in ${settings.dataDir}/files` }
          : {
              ok: false,
              text: `${missing.length === 20 ? "20 or more" : missing.length} files are not in ${settings.dataDir}/files, such as ${missing[0]}; share that folder between the machines, or bring it back from a backup`,
            }
      },
    },
    {
      name: "bot",
      run: async () => ({
        ok: true,
        text: (await isAlone((await open()).pool))
          ? "not running on this database; start it with npm start"
          : "running",
      }),
    },
    { name: "queue", run: async () => await checkQueue(settings, await open()) },
    { name: "rights", run: async () => await rightsCheck((await open()).db) },
    { name: "encryption", run: async () => await encryptionCheck(settings, await open()) },
    { name: "wording", run: async () => checkWording(settings) },
    { name: "fonts", run: async () => (await import("../picture/font.ts")).fontsCheck() },
    ...(await tokenChecks(settings, open)),
    { name: "webhooks", run: async () => ({ ok: true, text: webhooksOf(settings) }) },
  ]
}

async function checkQueue({ redisUrl }: Settings, store: Store) {
  const isRunning = !(await isAlone(store.pool))
  const pool = openPool(store.url, { startOptions: "-c search_path=bullmq", max: QUEUE_CONNECTIONS })
  try {
    return await queueCheck({ redisUrl, pool, isRunning, now: Date.now() })
  } finally {
    await pool.end()
  }
}

/** Whether they are registered is known with the tokens: each platform is asked once. */
function webhooksOf({ publicUrl, telegramTokens, zaloTokens }: Settings): string {
  if (publicUrl === undefined) return "none, for PUBLIC_URL is unset: the platforms are asked by long polling"
  const platforms = [
    ...(telegramTokens.length > 0 ? ["telegram"] : []),
    ...(zaloTokens.length > 0 ? ["zalo"] : []),
  ]
  return platforms.length === 0
    ? "none, for no token is set"
    : platforms.map((platform) => `${publicUrl}/webhooks/${platform}/…`).join(" and ")
}

function checkWording(settings: Settings) {
  const { mistakes } = loadWording(settings)
  return mistakes.length === 0
    ? { ok: true, text: `${settings.language}, nothing of ${join(settings.dataDir, "wording")} is left out` }
    : { ok: false, text: `left out of ${join(settings.dataDir, "wording")}: ${mistakes.join("; ")}` }
}

async function tokenChecks(settings: Settings, open: () => Promise<Store>): Promise<readonly Check[]> {
  if (settings.telegramTokens.length + settings.zaloTokens.length === 0) {
    return [{ name: "tokens", run: async () => ({ ok: true, text: "none set; only the web chat" }) }]
  }
  const secret = async () => {
    const store = await open()
    return settings.webhookSecret ?? (await webhookSecret(store.db, await openSeal(settings, store)))
  }
  const bots = [...(await openChannels(settings, unheard("unused-by-a-check"))).keys()]
  return bots.map((bot) => ({
    name: settings.publicUrl === undefined ? `token of ${bot}` : `token and webhook of ${bot}`,
    run: async () => {
      const channels = await openChannels(settings, unheard(await secret()))
      const wrong = await channels.get(bot)?.check?.()
      return wrong === undefined ? { ok: true, text: "accepted by the platform" } : { ok: false, text: wrong }
    },
  }))
}

// Who reads only the first lines ("| head") must not end the tool before it has closed its database.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
})

try {
  process.exitCode = (await main()) || (isInterrupted ? 1 : 0)
} catch (error) {
  complain(oneLine(error))
  process.exitCode = 1
}

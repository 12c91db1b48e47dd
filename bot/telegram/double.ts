import { setTimeout as timer } from "node:timers/promises"
import { createWaiting } from "../waiting.ts"
import type { Params } from "./double-body.ts"
import { type Behind, createMethods } from "./double-methods.ts"
import { createPace } from "./double-pace.ts"
import { createDoubleServer, type Fault } from "./double-server.ts"
import { createStories } from "./double-stories.ts"
import { createUpdates, type WebhookTarget } from "./double-updates.ts"
import { createWorld, type DoubleChat, type SentMessage } from "./double-world.ts"

/** What the double is made from. */
export type DoubleOptions = {
  /** Default: a token of the usual form. */
  readonly token?: string
  /** Default "tro_ly_sang_kien_bot". */
  readonly username?: string
  /** Whether groups deliver only what is meant for the bot; default true, as at Telegram. */
  readonly privacy?: boolean
  /** Whether sends are held to the documented limits; default false. */
  readonly limits?: boolean
  /** Milliseconds since 1970, for the limits; default the real clock. */
  readonly now?: () => number
  /** Waits between webhook repeats; default a real timer. */
  readonly sleep?: (ms: number) => Promise<void>
  /** Where to deliver when a webhook is set; see also `routeWebhook`. */
  readonly webhookTarget?: WebhookTarget
}

/**
 * A Telegram on 127.0.0.1, stricter than the real one: markup, parameters and states are checked, and what the real one
 * would silently ignore ends in `violations`. Close it after the test.
 */
export async function createTelegramDouble(options: DoubleOptions = {}) {
  const token = options.token ?? "8112233445:AAEdoubleTokenOfTheUsualFormXyz0123"
  const username = options.username ?? "tro_ly_sang_kien_bot"
  const botId = Number(token.split(":")[0])
  const now = options.now ?? Date.now
  let privacy = options.privacy ?? true
  let limited = options.limits ?? false
  let target = options.webhookTarget

  const world = createWorld()
  const updates = createUpdates({ target: () => target, sleep: options.sleep ?? ((ms) => timer(ms)) })
  const pace = createPace(now)
  const violations: string[] = []
  const presses = new Set<string>()
  const { changed, until: when } = createWaiting()

  const files = new Map<string, Uint8Array>()

  const behind: Behind = {
    world,
    updates,
    me: { id: botId, username, readsAll: () => !privacy },
    retryAfterSeconds: (chat) => (limited ? pace(chat) : undefined),
    presses,
    files,
    violation: (words) => violations.push(words),
    sent: changed,
    now,
  }
  const stories = createStories(behind)
  const server = await createDoubleServer({
    token,
    file: (name) => files.get(name),
    run: createMethods(behind),
    called: changed,
    failed: (words) => violations.push(`the double failed: ${words}`),
  })

  return {
    /** For `createTelegramChannel`. */
    apiRoot: `http://127.0.0.1:${server.port}`,
    token,
    username,
    botId,
    /** Calls of unknown methods or with parameters of the wrong name or form. */
    violations: violations as readonly string[],

    person: world.person,
    privateChat: world.privateChat,
    group: world.group,
    /** Makes a forum topic of this number in a supergroup, or closes it. */
    topic: (chat: DoubleChat, id: number, status?: "open" | "closed") => world.topic(chat, id, status),

    ...stories,

    /** A file somebody may send: answers its id, of which `getFile` knows. */
    holds(bytes: Uint8Array): string {
      const id = `file-${files.size + 1}`
      files.set(id, bytes)
      return id
    },

    /** Delivers the newest update once more, though it was received. */
    redeliver: () => updates.repeatNewest(),
    /** Whether the bot confirmed this update (by its offset, or with a 2xx). */
    isReceived: updates.isReceived,
    newestUpdateId: updates.newestId,

    /** What the bot sent to `chat`, oldest first. */
    sent: (chat: DoubleChat): readonly SentMessage[] => [...world.state(chat).sent],

    /** Resolves with everything sent to `chat` once there are so many messages, or one that fits. */
    waitForSent(
      chat: DoubleChat,
      wanted: number | ((message: SentMessage) => boolean),
    ): Promise<readonly SentMessage[]> {
      return when(() => {
        const { sent } = world.state(chat)
        const enough = typeof wanted === "number" ? sent.length >= wanted : sent.some(wanted)
        return enough ? [...sent] : undefined
      })
    },

    /** Parameters of every call of `method` so far, failed ones too. */
    calls: server.calls,

    /** Resolves with `calls(method)` once there are `count`. */
    waitForCalls(method: string, count: number): Promise<readonly Params[]> {
      return when(() => {
        const found = server.calls(method)
        return found.length >= count ? found : undefined
      })
    },

    /** The next `times` calls of `method` ("*": of any) go wrong. */
    fails(method: string, fault: Fault, times = 1): void {
      server.fails(method, fault, times)
    },

    /** From now on connections are refused, and open ones are cut. */
    goDark: server.goDark,
    /** Ends `goDark`, at the same address. */
    comeBack: server.comeBack,

    setPrivacy(on: boolean): void {
      privacy = on
    },
    setLimits(on: boolean): void {
      limited = on
    },
    routeWebhook(next: WebhookTarget): void {
      target = next
    },
    webhookUrl: () => updates.webhook()?.url,

    /** Ends the server; pending polls and webhook repeats end with it. */
    async close(): Promise<void> {
      updates.close()
      await server.close()
    },
  }
}

/** What `createTelegramDouble` resolves with. */
export type TelegramDouble = Awaited<ReturnType<typeof createTelegramDouble>>

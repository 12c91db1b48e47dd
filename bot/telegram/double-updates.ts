import type { WebhookRequest } from "../../core/channel.ts"
import { given } from "../../core/given.ts"

/** An update as it travels. */
export type RawUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>

/** Where webhook deliveries go: an origin that replaces PUBLIC_URL's, or a function in place of a server. */
export type WebhookTarget = string | ((request: WebhookRequest) => Promise<{ readonly status: number }>)

type Webhook = { readonly url: string; readonly secret: string | undefined }
type Pending = { readonly update: RawUpdate; readonly lane: unknown; repeat: boolean }

/** What `getUpdates` answers: a list, or that somebody else took over. */
export type Polled = readonly RawUpdate[] | "terminated"

/** The queue of updates of one bot and the two ways out of it. */
export function createUpdates(options: {
  readonly target: () => WebhookTarget | undefined
  readonly sleep: (ms: number) => Promise<void>
}) {
  const pending: Pending[] = []
  const lanes = new Map<unknown, Promise<void>>()
  let lastId = 700_000
  let newest: Pending | undefined
  let allowed: readonly string[] | undefined
  let webhook: Webhook | undefined
  let lastError: string | undefined
  let poller: ((outcome: "look" | "terminated") => void) | undefined
  let closed = false

  function enqueue(item: Pending): void {
    newest = item
    pending.push(item)
    if (webhook === undefined) poller?.("look")
    else deliver(item)
  }

  function take(limit: number): readonly RawUpdate[] {
    const batch = pending.slice(0, limit)
    for (const item of batch) item.repeat = false
    return batch.map((item) => item.update)
  }

  function confirm(offset: number): void {
    // A repeat was confirmed before; it is shown once all the same.
    const gone = pending.filter((item) => item.update.update_id < offset && !item.repeat)
    for (const item of gone) finish(item)
  }

  function finish(item: Pending): void {
    const index = pending.indexOf(item)
    if (index !== -1) pending.splice(index, 1)
  }

  /** Same-chat updates one after the other, chats in parallel, as Telegram does. */
  function deliver(item: Pending): void {
    const before = lanes.get(item.lane) ?? Promise.resolve()
    lanes.set(
      item.lane,
      before.then(() => untilAccepted(item)),
    )
  }

  async function untilAccepted(item: Pending): Promise<void> {
    for (let tries = 0; !closed && webhook !== undefined && pending.includes(item); tries++) {
      if (tries > 0) await options.sleep(Math.min(100 * 2 ** tries, 5_000))
      const status = await post(webhook, item.update)
      if (status >= 200 && status < 300) return finish(item)
      lastError = `Wrong response from the webhook: ${status}`
    }
  }

  async function post(hook: Webhook, update: RawUpdate): Promise<number> {
    const target = options.target()
    if (target === undefined) return 0
    const headers = {
      "content-type": "application/json",
      ...given({ "x-telegram-bot-api-secret-token": hook.secret }),
    }
    const body = JSON.stringify(update)
    try {
      if (typeof target !== "string") return (await target({ headers, body })).status
      const answer = await fetch(target + new URL(hook.url).pathname, { method: "POST", headers, body })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return 0
    }
  }

  return {
    /** Queues an update unless its kind was not asked for; `lane` is what keeps its order. Answers its id. */
    push(kind: string, content: unknown, lane: unknown): number | undefined {
      if (allowed !== undefined && !allowed.includes(kind)) return undefined
      lastId += 1
      enqueue({ update: { update_id: lastId, [kind]: content }, lane, repeat: false })
      return lastId
    },

    /** Delivers the newest update once more, though it was received. */
    repeatNewest(): void {
      if (newest === undefined) throw new Error("The double has no update to repeat")
      enqueue({ update: newest.update, lane: newest.lane, repeat: true })
    },

    isReceived: (id: number) => !pending.some((item) => item.update.update_id === id),
    newestId: () => newest?.update.update_id,
    webhook: () => webhook,
    pendingCount: () => pending.length,
    lastError: () => lastError,

    allow(kinds: readonly string[] | undefined): void {
      if (kinds !== undefined) allowed = kinds.length === 0 ? undefined : kinds
    },

    setWebhook(next: Webhook | undefined, dropPending: boolean): void {
      if (dropPending) pending.length = 0
      webhook = next
      lanes.clear()
      if (next !== undefined) for (const item of [...pending]) deliver(item)
    },

    /** Long poll; `gone` resolves when the caller hung up. */
    async poll(
      query: { readonly offset: number; readonly limit: number; readonly timeoutSeconds: number },
      gone: Promise<void>,
    ): Promise<Polled> {
      poller?.("terminated")
      poller = undefined
      confirm(query.offset)
      if (pending.length > 0 || query.timeoutSeconds === 0) return take(query.limit)
      const { promise, resolve } = Promise.withResolvers<"look" | "terminated" | "over">()
      const timer = setTimeout(() => resolve("over"), query.timeoutSeconds * 1000)
      poller = resolve
      const outcome = await Promise.race([promise, gone.then(() => "over" as const)])
      clearTimeout(timer)
      if (poller === resolve) poller = undefined
      return outcome === "terminated" ? "terminated" : outcome === "look" ? take(query.limit) : []
    },

    close(): void {
      closed = true
      poller?.("look")
    },
  }
}

export type Updates = ReturnType<typeof createUpdates>

/** @import { Cast, Message, Post } from "./types.js" */

const RETRY_MS = 2000

/**
 * Who and what there is, asked for until it is answered: a page that was opened on a bad line must not stay empty.
 * @param {(yes: boolean) => void} connected
 * @returns {Promise<Cast>}
 */
export async function loadCast(connected) {
  for (;;) {
    const answer = await fetch("/api/chat/people").catch(() => undefined)
    connected(answer?.ok === true)
    if (answer?.ok) return answer.json()
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

/**
 * A version 4 UUID. `crypto.randomUUID` is missing where the page is opened over plain http by address.
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

/** Long enough for a busy store, short enough that a person still waits for it. */
const POST_TIMEOUT_MS = 20_000

/** A file on a slow line takes longer. */
const UPLOAD_TIMEOUT_MS = 60_000

/**
 * Posts once. `final` means that the server will never take this very post; otherwise it may be repeated as it is.
 * @param {Post} post
 * @param {Blob} [bytes] of the file it carries
 * @returns {Promise<{ ok: true, toast?: string } | { ok: false, why: string, final: boolean }>}
 */
export async function send(post, bytes) {
  try {
    const answer = "file" in post ? await upload(post, bytes) : await write(post)
    if (answer.status === 202) return { ok: true, ...(await answer.json()) }
    return { ok: false, why: await answer.text(), final: answer.status < 500 }
  } catch {
    return { ok: false, why: "", final: false }
  }
}

/** @param {Post} post */
function write(post) {
  const { at: _, replyTo, ...body } = post
  return fetch("/api/chat/messages", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...body, replyTo: replyTo?.id }),
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  })
}

/** @param {Post & { file: import("./types.js").Attached, caption: string }} post @param {Blob} [bytes] */
async function upload(post, bytes) {
  if (!bytes)
    return new Response("Trang đã được tải lại nên tệp không còn, anh/chị chọn lại tệp nhé.", { status: 400 })
  const { clientId, person, room, replyTo, caption } = post
  const query = new URLSearchParams({
    ...{ clientId, person, room, ...post.file },
    ...(caption === "" ? {} : { text: caption }),
    ...(replyTo ? { replyTo: replyTo.id } : {}),
  })
  return fetch(`/api/chat/uploads?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  })
}

/**
 * Listens to everything `person` may see, for ever. Returns what ends it.
 * @param {string} person
 * @param {{
 *   history: (fresh: boolean, messages: Message[]) => void,
 *   message: (message: Message) => void,
 *   elsewhere: (people: string[]) => void,
 *   connected: (yes: boolean) => void,
 * }} on
 */
export function listen(person, on) {
  /** @type {EventSource} */
  let source
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  const open = () => {
    source = new EventSource(`/api/chat/stream?person=${encodeURIComponent(person)}`)
    source.addEventListener("history", ({ data }) => {
      const { fresh, messages } = JSON.parse(data)
      on.connected(true)
      on.history(fresh, messages)
    })
    source.addEventListener("message", ({ data }) => on.message(JSON.parse(data).message))
    source.addEventListener("elsewhere", ({ data }) => on.elsewhere(JSON.parse(data).people))
    source.addEventListener("error", () => {
      on.connected(false)
      // The browser tries again by itself after a lost connection, but gives up after an answer such as 503.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

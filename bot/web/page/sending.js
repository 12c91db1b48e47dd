/** @import { Message, Person, Room, Unsent } from "./types.js" */
import { newId, send } from "./connection.js"

/**
 * Brings what people write to the server, again where that failed.
 * @param {{ changed: () => void, toast: (words: string | undefined) => void }} on
 */
export function createSending(on) {
  /** What was not taken yet, of all three people: a reload or another role must not lose it. */
  let unsent = restored()
  /** One post after the other per person, in the order they were written. @type {Map<string, Promise<void>>} */
  const queues = new Map()
  /** The bytes of files that wait, by the post's id. @type {Map<string, File>} */
  const attached = new Map()
  /** Ids of presses that failed: pressing again is the same press. @type {Map<string, string>} */
  const failedPresses = new Map()

  /** @param {readonly Unsent[]} next */
  const keep = (next) => {
    if (next.length === unsent.length && next.every((post, at) => post === unsent[at])) return
    unsent = next
    sessionStorage.setItem("tlsk.unsent", JSON.stringify(unsent))
  }

  /** @param {string} clientId @param {Partial<Unsent>} news */
  const change = (clientId, news) => {
    keep(unsent.map((post) => (post.clientId === clientId ? { ...post, ...news } : post)))
    on.changed()
    return unsent.find((post) => post.clientId === clientId)
  }

  /** @param {Unsent} post */
  const enqueue = (post) => {
    const queue = (queues.get(post.person) ?? Promise.resolve()).then(async () => {
      const result = await send(post, attached.get(post.clientId))
      if (result.ok) {
        attached.delete(post.clientId)
        // The stream usually was faster; where it is broken the bubble stays until it brings the message.
        on.toast(result.toast)
        return
      }
      change(post.clientId, { state: "failed", why: result.why, final: result.final })
    })
    queues.set(post.person, queue)
  }

  /** @param {Unsent} post */
  const retry = (post) => {
    const again = change(post.clientId, { state: "sending" })
    if (again) enqueue(again)
  }

  return {
    /** What `person` wrote into `room` and the stream has not brought yet, in order. @param {Person} person @param {Room} room */
    waiting: (person, room) => unsent.filter((post) => post.person === person.id && post.room === room.id),

    /** @param {Unsent} post @param {File} [file] */
    post: (post, file) => {
      if (file) attached.set(post.clientId, file)
      keep([...unsent, post])
      enqueue(post)
    },

    retry,

    retryAll: () => {
      for (const post of unsent) if (post.state === "failed" && !post.final) retry(post)
    },

    /** @param {Unsent} post */
    drop: (post) => {
      keep(unsent.filter((one) => one !== post))
      on.changed()
    },

    /** The stream has brought it. @param {Message} message */
    arrived: (message) => keep(unsent.filter((post) => `web:${post.clientId}` !== message.id)),

    /**
     * Chooses an answer, once however often it is pressed. False when it did not get through.
     * @param {Person} person @param {Message} message @param {number} option
     */
    press: async (person, { choices, room }, option) => {
      if (!choices) return true
      const { ask } = choices
      const key = JSON.stringify([person.id, room, ask, option])
      const clientId = failedPresses.get(key) ?? newId()
      const at = new Date().toISOString()
      const result = await send({ clientId, person: person.id, room, at, press: { ask, option } })
      if (result.ok) failedPresses.delete(key)
      else failedPresses.set(key, clientId)
      on.toast(result.ok ? result.toast : result.why || "Chưa gửi được, anh/chị bấm lại giúp em.")
      return result.ok
    },
  }
}

/** @returns {readonly Unsent[]} */
function restored() {
  const kept = sessionStorage.getItem("tlsk.unsent")
  // Whether a post arrived that was under way when the page was left is not known; sending it again does no harm.
  return kept ? JSON.parse(kept).map((/** @type {Unsent} */ post) => ({ ...post, state: "failed" })) : []
}

/** @import { Acts, Cast, Message, Person, Unsent } from "./types.js" */
import { element, reconcile } from "./dom.js"
import { createRows, ownWords } from "./row.js"
import { calendar } from "./words.js"

/** Messages of one author within this time stand together under one name. */
const TOGETHER_MS = 5 * 60_000

/**
 * The messages of one room as one person sees them. Made anew for every room and person: a live region that is filled
 * before it enters the page is not read out from the beginning.
 * @param {Cast} cast
 * @param {Person} viewer
 * @param {string} label
 * @param {Acts} acts
 */
export function createLog(cast, viewer, label, acts) {
  const dates = calendar(cast.timeZone)
  const rows = createRows(cast, viewer, acts)
  // No list: an `ol` that is a log is none to those who hear it, and its items would belong to nothing.
  const list = element("div", {
    class: "log",
    role: "log",
    "aria-live": "polite",
    "aria-relevant": "additions",
    "aria-label": label,
    tabindex: 0,
  })

  const replyButtons = () => Array.from(list.querySelectorAll("button.reply"))

  /**
   * One message at a time has its own buttons among the stops of the Tab key, or three hundred would lie between what is written
   * and the list of rooms.
   * @param {Element | null | undefined} row
   */
  const stopAt = (row) => {
    if (!row?.querySelector(".reply")) return
    for (const button of list.querySelectorAll("button.reply, button.quote"))
      button.setAttribute("tabindex", row.contains(button) ? "0" : "-1")
  }
  list.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) stopAt(target.closest(".row"))
  })
  list.addEventListener("keydown", (event) => {
    const all = replyButtons()
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const at = all.indexOf(event.target)
    const to = at < 0 || step === undefined ? undefined : all[at + step]
    if (!(to instanceof HTMLElement)) return
    event.preventDefault()
    to.focus()
  })

  /**
   * @param {readonly Message[]} messages in order
   * @param {readonly Unsent[]} unsent in order; they stand at the end
   * @param {readonly string[]} suggestions shown while nobody has written here; none while that is not known
   * @param {string} hint below them; empty where none is needed
   */
  const show = (messages, unsent, suggestions, hint) => {
    /** @type {{ key: string, content: string, make: () => HTMLElement }[]} */
    const wanted = []
    /** @type {{ from: string, at: Date, whisper: boolean } | undefined} */
    let before
    /** @param {string} from @param {Date} at @param {boolean} whisper */
    const place = (from, at, whisper) => {
      const newDay = before === undefined || dates.day(before.at) !== dates.day(at)
      if (newDay) wanted.push(daySeparator(dates.day(at), dates.dayName(at)))
      const together =
        !newDay &&
        before?.from === from &&
        before.whisper === whisper &&
        at.getTime() - before.at.getTime() < TOGETHER_MS
      before = { from, at, whisper }
      return together
    }
    for (const message of messages) {
      const together = place(message.from, new Date(message.at), message.onlyFor !== undefined)
      const { id, pieces, replyTo, pressed, picture } = message
      const content = JSON.stringify([pieces, replyTo?.text, together, pressed, picture?.url])
      wanted.push({ key: id, content, make: () => rows.messageItem(message, together) })
    }
    for (const post of unsent) {
      const together = place(viewer.id, new Date(post.at), false)
      const pieces = [{ text: ownWords(post), strong: false }]
      const content = JSON.stringify([pieces, post.replyTo?.text, together, post.state, post.why])
      wanted.push({ key: `web:${post.clientId}`, content, make: () => rows.unsentItem(post, together) })
    }
    if (
      suggestions.length > 0 &&
      unsent.length === 0 &&
      messages.every((message) => message.from === cast.bot.id)
    ) {
      wanted.push({
        key: "suggestions",
        content: suggestions.join(),
        make: () => rows.suggestionItem(suggestions, hint),
      })
    }
    reconcile(list, wanted)
    // Not away from where somebody is.
    if (!list.contains(document.activeElement) || document.activeElement === list)
      stopAt(replyButtons().at(-1)?.closest(".row"))
  }

  return { list, show }
}

/** @param {string} key @param {string} name */
function daySeparator(key, name) {
  return {
    key: `day-${key}`,
    content: name,
    make: () => element("div", { class: "day" }, element("span", {}, name)),
  }
}

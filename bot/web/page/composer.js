/** @import { Cast, Place, Quote, Words } from "./types.js" */
import { newId } from "./connection.js"
import { byId } from "./dom.js"
import { acceptFiles } from "./files.js"
import { address } from "./rooms.js"
import { nameOf } from "./words.js"

/** What calls the bot in a group. */
export const MENTION = "@Bot "

const page = {
  form: byId("composer", HTMLFormElement),
  replying: byId("replying", HTMLElement),
  replyingTo: byId("replying-to", HTMLElement),
  replyingText: byId("replying-text", HTMLElement),
  replyingStop: byId("replying-stop", HTMLButtonElement),
  attach: byId("attach", HTMLButtonElement),
  files: byId("files", HTMLInputElement),
  target: byId("chat", HTMLElement),
  mention: byId("mention", HTMLButtonElement),
  text: byId("text", HTMLTextAreaElement),
  send: byId("send", HTMLButtonElement),
}

/**
 * Where people write: one field for all rooms, in which each finds what was begun there and which message it answers.
 * @param {Cast} cast
 * @param {{
 *   say: (words: Words & { replyTo?: Quote }, file: File | undefined) => void,
 *   refuse: (why: string) => void,
 * }} on
 */
export function createComposer(cast, on) {
  /** @type {Place | undefined} */
  let here
  /** @type {Quote | undefined} */
  let replyTo
  /**
   * What was begun to be typed, by person and room: another room or a reload must not lose it.
   * @type {Map<string, { text: string, replyTo?: Quote }>}
   */
  const drafts = new Map(JSON.parse(sessionStorage.getItem("tlsk.drafts") ?? "[]"))

  const keepDraft = () => {
    if (!here?.room) return
    const key = address(here.person, here.room)
    const text = page.text.value
    if (text === "" && !replyTo) drafts.delete(key)
    else drafts.set(key, { text, ...(replyTo ? { replyTo } : {}) })
    sessionStorage.setItem("tlsk.drafts", JSON.stringify([...drafts]))
  }

  const typed = () => {
    keepDraft()
    const empty = page.text.value.trim() === ""
    page.send.classList.toggle("thumb", empty)
    page.send.setAttribute("aria-label", empty ? "Gửi 👍" : "Gửi")
    page.text.style.height = "auto"
    page.text.style.height = `${page.text.scrollHeight + 2}px`
  }

  /** What was typed, which the field then no longer has. */
  const taken = () => {
    const text = page.text.value.trim()
    page.text.value = ""
    typed()
    return text
  }

  /** Aims what is written next. @param {Quote | undefined} quote */
  const answer = (quote) => {
    replyTo = quote
    keepDraft()
    page.replying.hidden = !quote
    if (!quote) return
    const own = quote.from === here?.person.id
    page.replyingTo.textContent = `Trả lời ${own ? "tin của mình" : nameOf(cast, quote.from)}`
    page.replyingText.textContent = quote.text || "Hình ảnh"
    page.text.focus()
  }

  /** @param {Words} words @param {File} [file] */
  const say = (words, file) => {
    const aimed = replyTo ? { replyTo } : {}
    answer(undefined)
    on.say({ ...words, ...aimed }, file)
  }

  page.form.addEventListener("submit", (event) => {
    event.preventDefault()
    const text = taken()
    say(text === "" ? { sticker: "👍" } : { text })
    page.text.focus()
  })
  acceptFiles(
    { button: page.attach, input: page.files, target: page.target },
    {
      // What was typed goes with the first one, as a caption.
      take: (files) => {
        const caption = taken()
        const album = newId()
        const quote = replyTo
        for (const [at, file] of files.entries()) {
          answer(quote)
          say({ file: { name: file.name, album }, caption: at === 0 ? caption : "" }, file)
        }
        page.text.focus()
      },
      refuse: on.refuse,
    },
  )
  page.text.addEventListener("keydown", (event) => {
    // While a Vietnamese keyboard still composes a letter, Enter belongs to it.
    if (event.key === "Escape") answer(undefined)
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (page.text.value.trim() !== "") page.form.requestSubmit()
  })
  page.text.addEventListener("input", typed)
  page.mention.addEventListener("click", () => {
    if (!page.text.value.startsWith(MENTION)) page.text.setRangeText(MENTION, 0, 0, "end")
    page.text.focus()
    page.text.setSelectionRange(page.text.value.length, page.text.value.length)
    typed()
  })
  page.replyingStop.addEventListener("click", () => {
    answer(undefined)
    page.text.focus()
  })

  return {
    answer,
    say,
    /** Another room, or another person in it. @param {Place} place */
    open: (place) => {
      here = place
      const { person, room } = place
      if (!room) return
      const draft = drafts.get(address(person, room))
      page.mention.hidden = room.kind === "private"
      page.text.placeholder = room.kind === "private" ? "Nhắn trợ lý" : "Nhắn nhóm"
      page.text.value = draft?.text ?? ""
      answer(draft?.replyTo)
      typed()
    },
    focus: () => page.text.focus(),
  }
}

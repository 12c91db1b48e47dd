/** @import { Attached, Cast, Content, Message, Person, Quote, Room, Unsent } from "./types.js" */
import { listen, loadCast, newId, send } from "./connection.js"
import { byId, element } from "./dom.js"
import { acceptFiles } from "./files.js"
import { avatar, createLog, rowId } from "./log.js"
import { calendar, callName, partName, preview } from "./words.js"

const page = {
  back: byId("back", HTMLAnchorElement),
  barTitle: byId("bar-title", HTMLElement),
  barNote: byId("bar-note", HTMLElement),
  cast: byId("cast", HTMLElement),
  connection: byId("connection", HTMLElement),
  rooms: byId("rooms", HTMLElement),
  chat: byId("chat", HTMLElement),
  nothing: byId("nothing", HTMLElement),
  chatAvatar: byId("chat-avatar", HTMLElement),
  chatTitle: byId("chat-title", HTMLElement),
  chatNote: byId("chat-note", HTMLElement),
  scroller: byId("scroller", HTMLElement),
  newer: byId("newer", HTMLButtonElement),
  composer: byId("composer", HTMLFormElement),
  replying: byId("replying", HTMLElement),
  replyingTo: byId("replying-to", HTMLElement),
  replyingText: byId("replying-text", HTMLElement),
  replyingStop: byId("replying-stop", HTMLButtonElement),
  attach: byId("attach", HTMLButtonElement),
  files: byId("files", HTMLInputElement),
  mention: byId("mention", HTMLButtonElement),
  text: byId("text", HTMLTextAreaElement),
  send: byId("send", HTMLButtonElement),
  toast: byId("toast", HTMLElement),
}

const cast = await loadCast(showConnection)
const dates = calendar(cast.timeZone)
const wide = matchMedia("(min-width: 760px)")
const calm = matchMedia("(prefers-reduced-motion: reduce)")
const MENTION = "@Bot "

/** What the address says: who plays and which room is open. @type {{ person: Person, room: Room | undefined }} */
let here = readAddress()
/** Everything `here.person` sees, by id. @type {Map<string, Message>} */
let messages = new Map()
/** @type {ReturnType<typeof createLog> | undefined} */
let log
let stopListening = () => {}
const sizes = new ResizeObserver(() => {
  if (atEnd) scrollToEnd()
})
/** What was not taken yet, of all three people: a reload or another role must not lose it. @type {Unsent[]} */
let unsent = restoreUnsent()
/** One post after the other per person, in the order they were written. @type {Map<string, Promise<void>>} */
const queues = new Map()
/** The bytes of files that wait, by the post's id. @type {Map<string, File>} */
const attached = new Map()
/**
 * What was begun to be typed, by person and room: another room or a reload must not lose it.
 * @type {Map<string, { text: string, replyTo?: Quote }>}
 */
const drafts = new Map(JSON.parse(sessionStorage.getItem("tlsk.drafts") ?? "[]"))
/** Ids of presses that failed: pressing again is the same press. @type {Map<string, string>} */
const failedPresses = new Map()
/** Who has something new that `here.person` cannot see. @type {Set<string>} */
const stirred = new Set()
/** @type {Quote | undefined} */
let replyTo
/** Whether the stream broke off: what could not be sent meanwhile is sent when it is back. */
let wasLost = false
/** Whether the person reads the newest message; then the log follows what comes, and a growing text field. */
let atEnd = true

// ---- Where we are: "#an/tng", so that a reload and the phone's back button do what people expect.

function readAddress() {
  const [personId, roomId] = decodeURIComponent(location.hash.slice(1)).split("/")
  const person = cast.people.find((one) => one.id === personId) ?? cast.people[0]
  if (!person) throw new Error("the server's cast has nobody in it")
  const rooms = roomsOf(person)
  const room = rooms.find((one) => one.id === roomId)
  return { person, room: room ?? (wide.matches ? rooms[0] : undefined) }
}

/** @param {Person} person */
function roomsOf(person) {
  return cast.rooms.filter((room) => room.person === undefined || room.person === person.id)
}

/** @param {Person} person @param {Room | undefined} room */
function address(person, room) {
  return room ? `#${person.id}/${room.id}` : `#${person.id}`
}

function arrive() {
  const before = here
  here = readAddress()
  const otherPerson = before.person !== here.person
  if (otherPerson) listenAs(here.person)
  if (otherPerson || before.room !== here.room || !log) openRoom()
  showCast()
  showRooms()
}

/** @param {Person} person */
function play(person) {
  const { room } = here
  const other = room?.kind === "private" ? roomsOf(person).find((one) => one.person === person.id) : room
  location.hash = address(person, other)
}

// ---- What comes from the server

/** @param {Person} person */
function listenAs(person) {
  stopListening()
  messages = new Map()
  stirred.delete(person.id)
  stopListening = listen(person.id, {
    history: (fresh, all) => {
      if (fresh) messages = new Map()
      for (const message of all) take(message)
      showMessages(true)
      if (wasLost) retryAll()
      wasLost = false
      showRooms()
    },
    message: (message) => {
      const isNew = !messages.has(message.id)
      take(message)
      if (message.room === here.room?.id) showMessages(false, isNew ? message : undefined)
      showRooms()
    },
    elsewhere: (people) => {
      for (const id of people) stirred.add(id)
      showCast()
    },
    connected: (yes) => {
      wasLost ||= !yes
      showConnection(yes)
    },
  })
}

/** @param {boolean} yes */
function showConnection(yes) {
  page.connection.textContent = yes ? "" : "Mất kết nối với máy chủ – đang nối lại…"
}

/** @param {Message} message */
function take(message) {
  messages.set(message.id, message)
  keepUnsent(unsent.filter((post) => `web:${post.clientId}` !== message.id))
}

/** @param {Room} room */
function messagesIn(room) {
  return [...messages.values()].filter((message) => message.room === room.id).sort((a, b) => a.seq - b.seq)
}

// ---- What was read, kept by the browser

/** @param {Room} room */
function readKey(room) {
  return `tlsk.read.${here.person.id}.${room.id}`
}

/** @param {Room} room */
function unreadIn(room) {
  const all = messagesIn(room)
  // By id and not by number: the server's numbers start again with its process.
  const last = all.findIndex((message) => message.id === localStorage.getItem(readKey(room)))
  return all.slice(last + 1).filter((message) => message.from !== here.person.id).length
}

function markRead() {
  const last = here.room && messagesIn(here.room).at(-1)
  if (here.room && last && document.visibilityState === "visible")
    localStorage.setItem(readKey(here.room), last.id)
}

// ---- The list of rooms and the cast

function showCast() {
  for (const label of page.cast.querySelectorAll("label")) {
    const input = label.querySelector("input")
    if (!input) continue
    input.checked = input.value === here.person.id
    label.classList.toggle("stirred", stirred.has(input.value))
    const note = label.querySelector(".stir")
    if (note) note.textContent = stirred.has(input.value) ? " (có tin mới)" : ""
  }
}

function buildCast() {
  for (const person of cast.people) {
    const input = element("input", { type: "radio", name: "person", value: person.id, class: "hidden" })
    input.addEventListener("change", () => play(person))
    page.cast.append(
      element(
        "label",
        { title: `${person.name} – ${partName(person)}` },
        input,
        avatar(cast, person.id),
        element(
          "span",
          { class: "who" },
          element("b", { class: "who-name" }, callName(person.name)),
          element("span", {}, partName(person)),
        ),
        element("span", { class: "hidden stir" }),
      ),
    )
  }
}

function showRooms() {
  markRead()
  let all = 0
  const items = roomsOf(here.person).map((room) => {
    const last = messagesIn(room).at(-1)
    const unread = unreadIn(room)
    all += unread
    const link = element(
      "a",
      {
        href: address(here.person, room),
        class: unread ? "unread" : "",
        "aria-current": room === here.room && "page",
      },
      avatar(cast, room.kind === "private" ? cast.bot.id : room.id),
      element(
        "span",
        { class: "room-words" },
        element(
          "span",
          { class: "room-top" },
          element("b", { class: "room-name" }, room.name),
          last && element("time", { datetime: last.at }, dates.inList(new Date(last.at))),
        ),
        element(
          "span",
          { class: "room-under" },
          element(
            "span",
            { class: "last" },
            last ? lastLine(room, last) : (room.description ?? "Chưa có tin nhắn"),
          ),
          unread > 0 &&
            element(
              "span",
              { class: "badge" },
              unread > 99 ? "99+" : String(unread),
              element("span", { class: "hidden" }, " tin chưa đọc"),
            ),
        ),
      ),
    )
    return element("li", {}, link)
  })
  const focused = page.rooms.contains(document.activeElement) && document.activeElement?.getAttribute("href")
  page.rooms.replaceChildren(...items)
  const again = Array.from(page.rooms.querySelectorAll("a")).find(
    (link) => link.getAttribute("href") === focused,
  )
  again?.focus()
  document.title = all > 0 ? `(${all}) Trợ lý Sáng kiến` : "Trợ lý Sáng kiến"
}

/** @param {Room} room @param {Message} last */
function lastLine(room, last) {
  if (last.from === here.person.id) return `Anh/chị: ${preview(last)}`
  if (room.kind === "private") return preview(last)
  const name = last.from === cast.bot.id ? "Trợ lý" : callName(nameOf(last.from))
  return `${name}: ${preview(last)}`
}

/** @param {string} id */
function nameOf(id) {
  return id === cast.bot.id ? cast.bot.name : (cast.people.find((one) => one.id === id)?.name ?? id)
}

// ---- The open room

function openRoom() {
  const { person, room } = here
  document.body.dataset["screen"] = room ? "chat" : "rooms"
  page.chat.hidden = !room
  page.nothing.hidden = room !== undefined
  page.back.href = address(person, undefined)
  const note = room ? noteOf(room) : "Nhóm chat chạy thử ngay trên máy này"
  // On a phone the blue bar is the room's head; on a wide screen the room has its own.
  page.barTitle.textContent = room && !wide.matches ? room.name : "Trợ lý Sáng kiến"
  page.barNote.textContent = room && !wide.matches ? note : "Nhóm chat chạy thử ngay trên máy này"
  log = undefined
  if (!room) return
  page.chatTitle.textContent = room.name
  page.chatNote.textContent = note
  page.chatAvatar.replaceChildren(avatar(cast, room.kind === "private" ? cast.bot.id : room.id))
  page.mention.hidden = room.kind === "private"
  log = createLog(cast, person, `Tin nhắn trong ${room.name}`, {
    reply: (message) => answer({ id: message.id, from: message.from, text: preview(message) }),
    press,
    retry,
    drop: (post) => {
      keepUnsent(unsent.filter((one) => one !== post))
      showMessages(false)
    },
    suggest: (text) => say({ text }),
    jump,
  })
  page.scroller.replaceChildren(log.list)
  sizes.disconnect()
  sizes.observe(page.scroller)
  sizes.observe(log.list)
  const draft = drafts.get(address(person, room))
  page.text.value = draft?.text ?? ""
  answer(draft?.replyTo)
  typed()
  page.text.placeholder = room.kind === "private" ? "Nhắn trợ lý" : "Nhắn nhóm"
  showMessages(true)
  // A phone would push its keyboard over what the person came to read.
  if (wide.matches) page.text.focus()
}

/** @param {Room} room */
function noteOf(room) {
  if (room.kind === "private") return room.description ?? ""
  const count = `${cast.people.length + 1} thành viên`
  return room.description ? `${room.description} · ${count}` : count
}

/**
 * @param {boolean} toEnd whether to go to the newest message wherever the person is reading
 * @param {Message} [newest] a message that has just come
 */
function showMessages(toEnd, newest) {
  const { room, person } = here
  if (!room || !log) return
  const mention = room.kind === "group" ? MENTION : ""
  log.show(
    messagesIn(room),
    unsent.filter((post) => post.person === person.id && post.room === room.id),
    cast.suggestions[person.part].map((text) => mention + text),
    mention && "Trong nhóm, bấm @Bot trước khi nhắn thì trợ lý mới trả lời.",
  )
  if (toEnd || atEnd) scrollToEnd()
  else if (newest && newest.from !== person.id) page.newer.hidden = false
}

function scrollToEnd() {
  atEnd = true
  page.scroller.scrollTop = page.scroller.scrollHeight
  page.newer.hidden = true
}

/** @param {string} id */
function jump(id) {
  const row = document.getElementById(rowId(id))
  if (!row) return
  row.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" })
  row.classList.remove("found")
  // Reading the size makes the browser see the class go before it comes back, so that the row lights up every time.
  void row.offsetWidth
  row.classList.add("found")
}

// ---- Writing

/** @param {Quote | undefined} quote */
function answer(quote) {
  replyTo = quote
  keepDraft()
  page.replying.hidden = !quote
  if (!quote) return
  page.replyingTo.textContent = `Trả lời ${quote.from === here.person.id ? "tin của mình" : nameOf(quote.from)}`
  page.replyingText.textContent = quote.text || "Hình ảnh"
  page.text.focus()
}

function keepDraft() {
  const { person, room } = here
  if (!room) return
  const text = page.text.value
  if (text === "" && !replyTo) drafts.delete(address(person, room))
  else drafts.set(address(person, room), { text, ...(replyTo ? { replyTo } : {}) })
  sessionStorage.setItem("tlsk.drafts", JSON.stringify([...drafts]))
}

function typed() {
  keepDraft()
  const empty = page.text.value.trim() === ""
  page.send.classList.toggle("thumb", empty)
  page.send.setAttribute("aria-label", empty ? "Gửi 👍" : "Gửi")
  page.text.style.height = "auto"
  page.text.style.height = `${page.text.scrollHeight + 2}px`
}

/**
 * @param {{ text: string } | { sticker: string } | { file: Attached, caption: string }} content
 * @param {File} [file]
 */
function say(content, file) {
  const { person, room } = here
  if (!room) return
  const clientId = newId()
  if (file) attached.set(clientId, file)
  const post = {
    clientId,
    person: person.id,
    room: room.id,
    at: new Date().toISOString(),
    ...(replyTo ? { replyTo } : {}),
    ...content,
    state: /** @type {const} */ ("sending"),
  }
  keepUnsent([...unsent, post])
  answer(undefined)
  showMessages(true)
  enqueue(post)
}

/** @param {Unsent} post */
function enqueue(post) {
  const queue = (queues.get(post.person) ?? Promise.resolve()).then(async () => {
    const result = await send(post, attached.get(post.clientId))
    if (result.ok) {
      attached.delete(post.clientId)
      // The stream usually was faster; where it is broken the bubble stays until it brings the message.
      toast(result.toast)
      return
    }
    change(post.clientId, { state: "failed", why: result.why, final: result.final })
  })
  queues.set(post.person, queue)
}

/** @param {Unsent} post */
function retry(post) {
  const again = change(post.clientId, { state: "sending" })
  if (again) enqueue(again)
}

function retryAll() {
  for (const post of unsent) if (post.state === "failed" && !post.final) retry(post)
}

/** @param {string} clientId @param {Partial<Unsent>} news */
function change(clientId, news) {
  keepUnsent(unsent.map((post) => (post.clientId === clientId ? { ...post, ...news } : post)))
  showMessages(false)
  return unsent.find((post) => post.clientId === clientId)
}

/** @param {Message} message @param {number} option */
async function press(message, option) {
  if (!message.choices) return
  const { ask } = message.choices
  const key = JSON.stringify([here.person.id, message.room, ask, option])
  const clientId = failedPresses.get(key) ?? newId()
  const at = new Date().toISOString()
  const result = await send({
    clientId,
    person: here.person.id,
    room: message.room,
    at,
    press: { ask, option },
  })
  if (result.ok) {
    failedPresses.delete(key)
    toast(result.toast)
    return
  }
  failedPresses.set(key, clientId)
  toast(result.why || "Chưa gửi được, anh/chị bấm lại giúp em.")
  for (const chip of document.getElementById(rowId(message.id))?.querySelectorAll(".chip") ?? []) {
    chip.removeAttribute("disabled")
  }
}

const TOAST_MS = 5000
/** @type {ReturnType<typeof setTimeout> | undefined} */
let toastTimer

/** @param {string | undefined} words */
function toast(words) {
  if (!words) return
  page.toast.textContent = words
  page.toast.classList.add("shown")
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => page.toast.classList.remove("shown"), TOAST_MS)
}

/** @param {Unsent[]} next */
function keepUnsent(next) {
  if (next.length === unsent.length && next.every((post, at) => post === unsent[at])) return
  unsent = next
  sessionStorage.setItem("tlsk.unsent", JSON.stringify(unsent))
}

/** @returns {Unsent[]} */
function restoreUnsent() {
  const kept = sessionStorage.getItem("tlsk.unsent")
  // Whether a post arrived that was under way when the page was left is not known; sending it again does no harm.
  return kept ? JSON.parse(kept).map((/** @type {Unsent} */ post) => ({ ...post, state: "failed" })) : []
}

// ---- Wiring

page.composer.addEventListener("submit", (event) => {
  event.preventDefault()
  const text = page.text.value.trim()
  page.text.value = ""
  typed()
  say(text === "" ? { sticker: "👍" } : { text })
  page.text.focus()
})
acceptFiles(
  { button: page.attach, input: page.files, target: page.chat },
  {
    // What was typed goes with the first one, as a caption.
    take: (files) => {
      const caption = page.text.value.trim()
      page.text.value = ""
      typed()
      const album = newId()
      const quote = replyTo
      for (const [at, file] of files.entries()) {
        answer(quote)
        say({ file: { name: file.name, album }, caption: at === 0 ? caption : "" }, file)
      }
      page.text.focus()
    },
    refuse: toast,
  },
)
page.text.addEventListener("keydown", (event) => {
  // While a Vietnamese keyboard still composes a letter, Enter belongs to it.
  if (event.key === "Escape") answer(undefined)
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
  event.preventDefault()
  if (page.text.value.trim() !== "") page.composer.requestSubmit()
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
page.newer.addEventListener("click", scrollToEnd)
page.scroller.addEventListener("scroll", () => {
  const { scrollHeight, scrollTop, clientHeight } = page.scroller
  atEnd = scrollHeight - scrollTop - clientHeight < 80
  if (atEnd) page.newer.hidden = true
})
addEventListener("hashchange", arrive)
wide.addEventListener("change", () => {
  here = readAddress()
  openRoom()
  showRooms()
})
document.addEventListener("visibilitychange", showRooms)
// What another tab of the page has read is read here too.
addEventListener("storage", showRooms)
addEventListener("online", retryAll)

buildCast()
listenAs(here.person)
openRoom()
showCast()
showRooms()

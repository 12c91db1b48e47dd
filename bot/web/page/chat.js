/** @import { Message, Person, Place, Room } from "./types.js" */
import { createComposer, MENTION } from "./composer.js"
import { listen, loadCast, newId } from "./connection.js"
import { byId } from "./dom.js"
import { createLog } from "./log.js"
import { createReading } from "./reading.js"
import { address, createRooms, readAddress } from "./rooms.js"
import { avatar, rowId } from "./row.js"
import { createSending } from "./sending.js"
import { preview } from "./words.js"

const page = {
  back: byId("back", HTMLAnchorElement),
  barTitle: byId("bar-title", HTMLElement),
  barNote: byId("bar-note", HTMLElement),
  connection: byId("connection", HTMLElement),
  chat: byId("chat", HTMLElement),
  nothing: byId("nothing", HTMLElement),
  chatAvatar: byId("chat-avatar", HTMLElement),
  chatTitle: byId("chat-title", HTMLElement),
  chatNote: byId("chat-note", HTMLElement),
  toast: byId("toast", HTMLElement),
}

const cast = await loadCast(showConnection)
const wide = matchMedia("(min-width: 760px)")

/** Who plays and which room is open. */
let here = readAddress(cast, wide.matches)
/** Everything `here.person` sees, by id. @type {Map<string, Message>} */
let messages = new Map()
/** Whether the server has told what there is: until then a room is not empty. */
let isKnown = false
/** @type {ReturnType<typeof createLog> | undefined} */
let log
let stopListening = () => {}
/** Who has something new that `here.person` cannot see. @type {Set<string>} */
const stirred = new Set()
/** Whether the stream broke off: what could not be sent meanwhile is sent when it is back. */
let wasLost = false

const rooms = createRooms(cast, { here: () => here, messagesIn, stirred })
const reading = createReading(goOn)
const sending = createSending({ changed: () => showMessages(), toast })
const composer = createComposer(cast, {
  say: (words, file) => {
    const { person, room } = here
    if (!room) return
    const place = { clientId: newId(), person: person.id, room: room.id, at: new Date().toISOString() }
    sending.post({ ...place, ...words, state: "sending" }, file)
    showMessages()
    reading.toEnd()
  },
  refuse: toast,
})

function arrive() {
  const before = here
  here = readAddress(cast, wide.matches)
  const otherPerson = before.person !== here.person
  if (otherPerson) listenAs(here.person)
  if (otherPerson || before.room !== here.room || !log) openRoom()
  rooms.showCast()
  rooms.show()
  if (wide.matches || !before.room === !here.room) return
  // A phone shows another screen: the keyboard, and whoever hears the page, goes along and comes back to where they were.
  if (here.room) page.barTitle.focus()
  else rooms.focus({ ...here, room: before.room })
}

// ---- What comes from the server

/** @param {Person} person */
function listenAs(person) {
  stopListening()
  messages = new Map()
  isKnown = false
  stirred.delete(person.id)
  stopListening = listen(person.id, {
    history: (fresh, all) => {
      if (fresh) messages = new Map()
      for (const message of all) take(message)
      isKnown = true
      // In a log of its own what was said before is not read out as if it came just now.
      if (fresh) openLog()
      else showMessages()
      reading.toEnd()
      if (wasLost) sending.retryAll()
      wasLost = false
      rooms.show()
    },
    message: (message) => {
      const isNew = !messages.has(message.id)
      take(message)
      if (message.room === here.room?.id) showMessages(isNew && message.from !== person.id)
      rooms.show()
    },
    elsewhere: (people) => {
      for (const id of people) stirred.add(id)
      rooms.showCast()
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
  sending.arrived(message)
}

/** @param {Room} room */
function messagesIn(room) {
  return [...messages.values()].filter((message) => message.room === room.id).sort((a, b) => a.seq - b.seq)
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
  composer.open(here)
  if (!room) return
  page.chatTitle.textContent = room.name
  page.chatNote.textContent = note
  page.chatAvatar.replaceChildren(avatar(cast, room.kind === "private" ? cast.bot.id : room.id))
  openLog()
  if (wide.matches) composer.focus()
}

function openLog() {
  const { person, room } = here
  if (!room) return
  log = createLog(cast, person, `Tin nhắn trong ${room.name}`, {
    reply: (message) => composer.answer({ id: message.id, from: message.from, text: preview(message) }),
    press,
    retry: (post) => {
      sending.retry(post)
      goOn()
    },
    drop: (post) => {
      sending.drop(post)
      goOn()
    },
    suggest: (text) => {
      composer.say({ text })
      goOn()
    },
    jump: (id) => {
      const row = document.getElementById(rowId(id))
      if (row) reading.jump(row)
    },
  })
  reading.open(log.list)
  showMessages()
  reading.toEnd()
}

/** What was pressed is gone. On a phone the text field would push its keyboard over what the person came to read. */
function goOn() {
  if (wide.matches) composer.focus()
  else log?.list.focus({ preventScroll: true })
}

/** @param {Room} room */
function noteOf(room) {
  if (room.kind === "private") return room.description ?? ""
  const count = `${cast.people.length + 1} thành viên`
  return room.description ? `${room.description} · ${count}` : count
}

/** @param {boolean} [isNews] whether somebody else has just written */
function showMessages(isNews = false) {
  const { room, person } = here
  if (!room || !log) return
  const mention = room.kind === "group" ? MENTION : ""
  log.show(
    messagesIn(room),
    sending.waiting(person, room),
    isKnown ? cast.suggestions[person.part].map((text) => mention + text) : [],
    mention && "Trong nhóm, bấm @Bot trước khi nhắn thì trợ lý mới trả lời.",
  )
  reading.follow(isNews)
}

/** @param {Message} message @param {number} option */
async function press(message, option) {
  goOn()
  if (await sending.press(here.person, message, option)) return
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

addEventListener("hashchange", arrive)
wide.addEventListener("change", () => {
  here = readAddress(cast, wide.matches)
  openRoom()
  rooms.show()
})
document.addEventListener("visibilitychange", rooms.show)
// What another tab of the page has read is read here too.
addEventListener("storage", rooms.show)
addEventListener("online", sending.retryAll)

listenAs(here.person)
openRoom()
rooms.showCast()
rooms.show()

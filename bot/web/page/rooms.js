/** @import { Cast, Message, Person, Place, Room } from "./types.js" */
import { byId, element } from "./dom.js"
import { avatar } from "./row.js"
import { calendar, callName, nameOf, partName, preview } from "./words.js"

const page = {
  cast: byId("cast", HTMLElement),
  rooms: byId("rooms", HTMLElement),
}

// ---- Where we are: "#an/tng", so that a reload and the phone's back button do what people expect.

/**
 * What the address says.
 * @param {Cast} cast
 * @param {boolean} isWide whether a room is open beside the list even when the address names none
 * @returns {Place}
 */
export function readAddress(cast, isWide) {
  const [personId, roomId] = decodeURIComponent(location.hash.slice(1)).split("/")
  const person = cast.people.find((one) => one.id === personId) ?? cast.people[0]
  if (!person) throw new Error("the server's cast has nobody in it")
  const rooms = roomsOf(cast, person)
  const room = rooms.find((one) => one.id === roomId)
  return { person, room: room ?? (isWide ? rooms[0] : undefined) }
}

/** @param {Cast} cast @param {Person} person */
function roomsOf(cast, person) {
  return cast.rooms.filter((room) => room.person === undefined || room.person === person.id)
}

/** @param {Person} person @param {Room | undefined} room */
export function address(person, room) {
  return room ? `#${person.id}/${room.id}` : `#${person.id}`
}

// ---- The list of rooms and the cast

/**
 * Who can be played, and the rooms of whoever is. What was read is kept by the browser.
 * @param {Cast} cast
 * @param {{ here: () => Place, messagesIn: (room: Room) => Message[], stirred: ReadonlySet<string> }} known
 *   where we are, what there is in a room, in order, and who has something new that whoever plays cannot see
 */
export function createRooms(cast, { here, messagesIn, stirred }) {
  const dates = calendar(cast.timeZone)

  /** @param {Person} person */
  const play = (person) => {
    const { room } = here()
    const other =
      room?.kind === "private" ? roomsOf(cast, person).find((one) => one.person === person.id) : room
    location.hash = address(person, other)
  }

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

  const showCast = () => {
    for (const label of page.cast.querySelectorAll("label")) {
      const input = label.querySelector("input")
      if (!input) continue
      input.checked = input.value === here().person.id
      label.classList.toggle("stirred", stirred.has(input.value))
      const note = label.querySelector(".stir")
      if (note) note.textContent = stirred.has(input.value) ? " (có tin mới)" : ""
    }
  }

  const show = () => {
    const place = here()
    markRead(place)
    let all = 0
    const items = roomsOf(cast, place.person).map((room) => {
      const unread = unreadIn(place.person, room)
      all += unread
      return roomItem(place, room, unread)
    })
    const focused =
      page.rooms.contains(document.activeElement) && document.activeElement?.getAttribute("href")
    page.rooms.replaceChildren(...items)
    if (focused) linkTo(focused)?.focus()
    document.title = all > 0 ? `(${all}) Trợ lý Sáng kiến` : "Trợ lý Sáng kiến"
  }

  /** @param {string} href */
  const linkTo = (href) =>
    Array.from(page.rooms.querySelectorAll("a")).find((link) => link.getAttribute("href") === href)

  /** @param {Place} place @param {Room} room @param {number} unread */
  const roomItem = ({ person, room: open }, room, unread) => {
    const last = messagesIn(room).at(-1)
    const link = element(
      "a",
      {
        href: address(person, room),
        class: unread ? "unread" : "",
        "aria-current": room === open && "page",
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
            last ? lastLine(person, room, last) : (room.description ?? "Chưa có tin nhắn"),
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
  }

  /** @param {Person} viewer @param {Room} room @param {Message} last */
  const lastLine = (viewer, room, last) => {
    if (last.from === viewer.id) return `Anh/chị: ${preview(last)}`
    if (room.kind === "private") return preview(last)
    const name = last.from === cast.bot.id ? "Trợ lý" : callName(nameOf(cast, last.from))
    return `${name}: ${preview(last)}`
  }

  /** @param {Person} viewer @param {Room} room */
  const unreadIn = (viewer, room) => {
    const all = messagesIn(room)
    // By id and not by number: the server's numbers start again with its process.
    const last = all.findIndex((message) => message.id === localStorage.getItem(readKey(viewer, room)))
    return all.slice(last + 1).filter((message) => message.from !== viewer.id).length
  }

  /** @param {Place} place */
  const markRead = ({ person, room }) => {
    const last = room && messagesIn(room).at(-1)
    if (room && last && document.visibilityState === "visible")
      localStorage.setItem(readKey(person, room), last.id)
  }

  /** Puts the keyboard on the room that was left. @param {Place} place */
  const focus = ({ person, room }) => linkTo(address(person, room))?.focus()

  return { showCast, show, focus }
}

/** @param {Person} viewer @param {Room} room */
function readKey(viewer, room) {
  return `tlsk.read.${viewer.id}.${room.id}`
}

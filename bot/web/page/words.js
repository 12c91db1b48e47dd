/** @import { Cast, Message, Person, Piece } from "./types.js" */

/** The parts as they are called in a union. */
export const PART_NAMES = { member: "Đoàn viên", support: "Tổ hỗ trợ", officer: "Cán bộ" }

/**
 * Who is behind an id: the bot or a person.
 * @param {Cast} cast
 * @param {string} id
 */
export function nameOf(cast, id) {
  return id === cast.bot.id ? cast.bot.name : (cast.people.find((one) => one.id === id)?.name ?? id)
}

/**
 * What a Vietnamese calls somebody: the last word of the name.
 * @param {string} name
 */
export function callName(name) {
  return name.split(" ").at(-1) ?? name
}

/**
 * Two letters for an avatar, from the last two words, as chat apps here do.
 * @param {string} name
 */
export function initials(name) {
  return name
    .split(" ")
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("")
}

/** @param {readonly Piece[]} pieces */
export function wordsOf(pieces) {
  return pieces.map((piece) => piece.text).join("")
}

/**
 * One line for the list of rooms.
 * @param {Pick<Message, "pieces" | "picture">} message
 */
export function preview(message) {
  const line = wordsOf(message.pieces).replace(/\s+/g, " ").trim()
  return message.picture ? `[Hình ảnh] ${line}` : line
}

/**
 * The page's clock and calendar in the federation's zone, whatever the computer's own is.
 * @param {string} timeZone
 */
export function calendar(timeZone) {
  const clock = new Intl.DateTimeFormat("vi-VN", { timeZone, hour: "2-digit", minute: "2-digit" })
  const day = new Intl.DateTimeFormat("en-CA", { timeZone })
  const short = new Intl.DateTimeFormat("vi-VN", { timeZone, day: "numeric", month: "numeric" })
  const long = new Intl.DateTimeFormat("vi-VN", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "numeric",
    year: "numeric",
  })
  const oneDayMs = 86_400_000

  /** @param {Date} at */
  const dayName = (at) => {
    const key = day.format(at)
    if (key === day.format(new Date())) return "Hôm nay"
    if (key === day.format(new Date(Date.now() - oneDayMs))) return "Hôm qua"
    return long.format(at)
  }
  return {
    /** @param {Date} at */
    time: (at) => clock.format(at),
    /** @param {Date} at */
    day: (at) => day.format(at),
    dayName,
    /** @param {Date} at */
    inList: (at) => (day.format(at) === day.format(new Date()) ? clock.format(at) : short.format(at)),
  }
}

/** @param {Person | undefined} person */
export function partName(person) {
  return person ? PART_NAMES[person.part] : ""
}

const PART_OF_DAY = "(?: ?(?:gio )?(sang|trua|chieu|toi|dem|khuya|am|pm|sa|ch))?"
const CLOCK_TIME = new RegExp(
  `(?:^|[ ,])(?:vao )?(?:luc )?(\\d{1,2})(?::(\\d{2})(?::(\\d{2}))?|(?: ?(?:h|g|gio) ?(?:(\\d{1,2})(?: ?(?:p|phut))?)?))${PART_OF_DAY}(?=$|[ ,])`,
)
const PARTS_OF_DAY = /(?:^| )(?:buoi )?(?:sang|trua|chieu|toi|dem|khuya)(?= |$)/

/**
 * Takes the hour out of folded words: "8h30 thu hai" → "08:30" and "thu hai". Parts of the day ("sang") go with it or
 * alone; an hour that is none leaves "?".
 */
export function takeTime(words: string): { time?: string; seconds: number; rest: string } {
  const match = CLOCK_TIME.exec(words.replace(/(\d) ?(?:h|gio) ruoi/, "$1h30"))
  if (match === null) return { seconds: 0, rest: words.replace(PARTS_OF_DAY, "").trim() }
  const [all, hours, colonMinutes, seconds = "0", minutes = colonMinutes ?? "0", part] = match
  const rest = `${match.input.slice(0, match.index)} ${match.input.slice(match.index + all.length)}`
  const ofDay = part ?? PARTS_OF_DAY.exec(rest)?.[0].trim().replace("buoi ", "")
  const hour = hourOfDay(Number(hours), ofDay)
  const valid =
    (hour < 24 || (hour === 24 && Number(minutes) === 0)) && Number(minutes) < 60 && Number(seconds) < 60
  // What looks like a time and is none must not be read as a date without it.
  if (!valid) return { seconds: 0, rest: "?" }
  return {
    time: `${String(hour).padStart(2, "0")}:${String(Number(minutes)).padStart(2, "0")}`,
    seconds: Number(seconds),
    rest: rest.replace(PARTS_OF_DAY, "").replace(/ +/g, " ").trim().replace(/,$/, ""),
  }
}

/** "3h chiều" is 15, "12h đêm" 24, "12 AM" 0. */
function hourOfDay(hour: number, part: string | undefined): number {
  const isAfternoon = ["chieu", "toi", "pm", "ch"].includes(part ?? "")
  if (hour < 12 && (isAfternoon || (part === "dem" && hour >= 6) || (part === "trua" && hour < 4)))
    return hour + 12
  if (hour !== 12) return hour
  if (part === "am" || part === "sa") return 0
  return part === "dem" || part === "khuya" ? 24 : 12
}

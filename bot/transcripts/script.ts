/** How a person acts: writes, answers the bot's last message, picks one of its choices, or sends what has no words. */
export type How = "writes" | "answers" | "picks" | "sends"

/** What one person does in one place. */
export type Act = {
  readonly place: string
  readonly who: string
  readonly how: How
  readonly text: string
}

/** One message of the bot as the script has it; see `transcript` for `…` and `{name}`. */
export type Expected = { readonly place: string; readonly pattern: string }

/** What people do one after the other, and everything the bot says then; nothing means that it stays silent. */
export type Scene = { readonly acts: readonly Act[]; readonly answers: readonly Expected[] }

const PLACE = /^\[(.+)\]$/
const ACT = /^> ([^:]+?)(?: (trả lời|bấm|gửi))?:(?: (.*))?$/su
const HOWS = { "trả lời": "answers", bấm: "picks", gửi: "sends" } as const

/**
 * Reads a script:
 *
 *     [Nhóm TNG]                 the place: a group's name or "riêng An", the private chat with An
 *     > An: @Bot tiến độ         An writes; further lines without a sign belong to the message
 *     > An trả lời: 1            … in answer to the bot's last message there
 *     > An bấm: Đồng ý           … picks a choice: by a button, or by its number where there are no buttons
 *     > An gửi: sticker          … sends a sticker, a "photo" or another `Thing`, without words
 *     < Em là …                  the bot says; "…" stands for anything, "{mã}" for one word that is remembered
 *     (im lặng)                  the bot says nothing
 *     # a remark
 *
 * Throws when a line is none of these or when nothing tells what the bot does.
 */
export function readScript(script: string): readonly Scene[] {
  const scenes: { acts: Act[]; answers: Expected[]; settled: boolean }[] = []
  let place = ""
  for (const line of logicalLines(script)) {
    const named = PLACE.exec(line)?.[1]
    if (named !== undefined) {
      place = named
      continue
    }
    const open = scenes.at(-1)
    if (line.startsWith("> ")) {
      const act = readAct(line, place)
      if (open === undefined || open.settled) scenes.push({ acts: [act], answers: [], settled: false })
      else open.acts.push(act)
      continue
    }
    const scene = open ?? { acts: [], answers: [], settled: false }
    if (open === undefined) scenes.push(scene)
    scene.settled = true
    if (line !== "(im lặng)") scene.answers.push({ place, pattern: line.slice(1).trim() })
  }
  const unsettled = scenes.find((scene) => !scene.settled)
  if (unsettled !== undefined) {
    throw new Error(`After "${unsettled.acts.at(-1)?.text}" neither an answer nor "(im lặng)" stands.`)
  }
  return scenes
}

function logicalLines(script: string): readonly string[] {
  const lines: string[] = []
  for (const line of script.split("\n").map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue
    const begins = /^[<>](?: |$)/.test(line) || PLACE.test(line) || line === "(im lặng)"
    const last = lines.at(-1)
    if (begins) lines.push(line)
    else if (last !== undefined && /^[<>](?: |$)/.test(last)) lines[lines.length - 1] = `${last}\n${line}`
    else throw new Error(`The script has a line that is none: "${line}"`)
  }
  return lines
}

function readAct(line: string, place: string): Act {
  const found = ACT.exec(line)
  if (found?.[1] === undefined || place === "") throw new Error(`Who does what, and where? "${line}"`)
  const how = found[2] === undefined ? "writes" : HOWS[found[2] as keyof typeof HOWS]
  return { place, who: found[1], how, text: found[3] ?? "" }
}

/** Words remembered from the bot's messages, by their name in the script. */
export type Remembered = Readonly<Record<string, string>>

/** `text` with `{name}` replaced by what was remembered under it. */
export function filled(text: string, remembered: Remembered): string {
  return text.replace(/\{(\p{L}+)\}/gu, (whole, name: string) => remembered[name] ?? whole)
}

/** What `said` adds to `remembered`; undefined when it does not fit the pattern. */
export function fits(pattern: string, said: string, remembered: Remembered): Remembered | undefined {
  const names: string[] = []
  const source = filled(pattern, remembered)
    .split(/(\s*…\s*|\{\p{L}+\})/u)
    .map((part) => {
      if (part.trim() === "…") return "[\\s\\S]*?"
      const name = /^\{(.+)\}$/.exec(part)?.[1]
      if (name === undefined) return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
      if (names.includes(name)) return `\\${names.indexOf(name) + 1}`
      names.push(name)
      return '([^\\s,.:;()"]+)'
    })
    .join("")
  const found = new RegExp(`^${source}$`, "u").exec(said)
  if (found === null) return undefined
  return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]))
}

import { FluentResource, type Message } from "@fluent/bundle"

/** A federation's own file of sentences, in Fluent. */
export type OwnFile = { readonly name: string; readonly source: string }

/** What is taken from such files, and one line for each sentence that is not: file, sentence, what is wrong. */
export type OwnWording = { readonly taken: readonly Message[]; readonly mistakes: readonly string[] }

/**
 * Takes the sentences that the bot knows, with exactly its variables and parts; whatever else the files hold is named and
 * left out, so that a slip of the pen can never keep the bot from speaking. Of a sentence in two files the last one counts.
 */
export function ownWording(base: string, files: readonly OwnFile[]): OwnWording {
  const known = new Map(sentencesOf(base).map((each) => [each.id, each]))
  const taken = new Map<string, Message>()
  const mistakes: string[] = []
  for (const { name, source } of files) {
    const sentences = sentencesOf(source)
    for (const id of unreadable(source, sentences)) mistakes.push(`${name}: ${id} is not written as Fluent`)
    for (const sentence of sentences) {
      const wrong = whatIsWrong(sentence, known.get(sentence.id))
      if (wrong === undefined) taken.set(sentence.id, sentence)
      else mistakes.push(`${name}: ${sentence.id} ${wrong}`)
    }
  }
  return { taken: [...taken.values()], mistakes }
}

/** Every sentence of a wording with the variables it needs, other sentences it quotes as "{ key }". */
export function variablesOf(source: string): ReadonlyMap<string, readonly string[]> {
  return new Map(sentencesOf(source).map(({ id, value }) => [id, [...partsOf(value)].sort()]))
}

function sentencesOf(source: string): readonly Message[] {
  // What begins with a dash is a term: a part of sentences that is never said by itself.
  return new FluentResource(source).body.filter(({ id }) => !id.startsWith("-"))
}

/** Fluent's reader leaves out silently what it cannot read. */
function unreadable(source: string, read: readonly Message[]): readonly string[] {
  const ids = new Set(read.map(({ id }) => id))
  const begun = [...source.matchAll(/^([A-Za-z][\w-]*)[ \t]*=/gm)].map((found) => found[1] ?? "")
  return [...new Set(begun)].filter((id) => !ids.has(id))
}

function whatIsWrong(sentence: Message, base: Message | undefined): string | undefined {
  if (base === undefined) return "is no sentence of the bot"
  if (base.id === "consent-notice")
    return "is what people agreed to; it changes with a version of the bot only"
  if (sentence.value === null) return "says nothing"
  const [needed, used] = [partsOf(base.value), partsOf(sentence.value)]
  const missing = [...needed].filter((part) => !used.has(part))
  if (missing.length > 0) return `lacks ${missing.join(", ")}`
  const strange = [...used].filter((part) => !needed.has(part))
  return strange.length > 0 ? `uses ${strange.join(", ")}, which it does not have` : undefined
}

/** What counts in languages that tell one from many; a sentence may have it or not. */
export const COUNTED = "COUNTED"

/** "$name" for a variable, "{ key }" for another sentence, anything else that would have to be found at speaking. */
function partsOf(pattern: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(pattern)) for (const each of pattern) partsOf(each, found)
  else if (typeof pattern === "object" && pattern !== null) {
    const { type, name } = pattern as { readonly type?: unknown; readonly name?: unknown }
    if (type === "var") found.add(`$${String(name)}`)
    if (type === "mesg") found.add(`{ ${String(name)} }`)
    if (type === "term") found.add(`{ -${String(name)} }`)
    if (type === "func" && name !== COUNTED) found.add(`${String(name)}()`)
    for (const each of Object.values(pattern)) partsOf(each, found)
  }
  return found
}

import type { RetentionDays } from "../core/retention.ts"
import { editDistance } from "../core/text/edit-distance.ts"
import { EXAMPLES, Variables } from "./variables.ts"

/** Every setting of the process, read once at start. Docs: README, "Settings". */
export type Settings = {
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly redisUrl: string | undefined
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly webhookSecret: string | undefined
  /** Of 32 bytes each in hexadecimal or base64, the newest first; empty when the setting is not there. */
  readonly encryptionKeys: readonly string[]
  readonly timeZone: string
  /** In which the bot writes; it reads Vietnamese either way, and what members say in plain English. */
  readonly language: "vi" | "en"
  readonly telegramTokens: readonly string[]
  readonly zaloTokens: readonly string[]
  /** Where people reach each Zalo bot, in the order of `zaloTokens`; empty when the setting is not there. */
  readonly zaloLinks: readonly string[]
  readonly telegramApiRoot: string
  readonly zaloApiRoot: string
  readonly zaloMonthlyMessages: number
  readonly keepDays: RetentionDays
  /** Charts at an address, and files that people fetch from one. */
  readonly keepPicturesDays: number
  readonly keepExportsHours: number
  readonly webChat: boolean
  readonly adminCode: string | undefined
  readonly role: "all" | "bot" | "worker"
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent"
}

/** The settings cannot be used; `message` has one line for each mistake, safe to print (no secret values). */
export class SettingsError extends Error {
  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"))
    this.name = "SettingsError"
  }
}

/**
 * Reads the settings from environment variables; an empty variable counts as unset. Throws `SettingsError` that names
 * every mistake with its variable, what is wrong and an example.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in EXAMPLES && value?.trim() !== ""),
  )
  const parsed = Variables.safeParse(given)
  const mistakes = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]) as keyof typeof EXAMPLES
    return `${name}${quotedIfOpen(name, given[name])} ${issue.message}. ${exampleOf(name)}`
  })
  const isMistaken = (name: string) => mistakes.some((mistake) => mistake.startsWith(`${name} `))
  const isAlone = "DATABASE_OWNER_URL" in given && !("DATABASE_URL" in given)
  if (isAlone && !isMistaken("DATABASE_OWNER_URL"))
    mistakes.push(`DATABASE_OWNER_URL needs DATABASE_URL beside it. ${exampleOf("DATABASE_URL")}`)
  const { ZALO_BOT_LINKS: links = [], ZALO_BOT_TOKENS: bots = [] } = parsed.data ?? {}
  if (links.length > 0 && links.length !== bots.length)
    mistakes.push(
      `ZALO_BOT_LINKS holds ${links.length} and ZALO_BOT_TOKENS ${bots.length}: one for each bot, in the same order. ${exampleOf("ZALO_BOT_LINKS")}`,
    )
  mistakes.push(...misspelled(environment))
  if (!parsed.success || mistakes.length > 0) throw new SettingsError(mistakes)
  const read = parsed.data
  return {
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL,
    redisUrl: read.REDIS_URL,
    dataDir: read.DATA_DIR,
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, ""),
    webhookSecret: read.WEBHOOK_SECRET,
    encryptionKeys: read.ENCRYPTION_KEY,
    timeZone: read.TIME_ZONE,
    language: read.LANGUAGE,
    telegramTokens: read.TELEGRAM_BOT_TOKENS,
    zaloTokens: read.ZALO_BOT_TOKENS,
    zaloLinks: read.ZALO_BOT_LINKS,
    telegramApiRoot: read.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
    zaloApiRoot: read.ZALO_API_ROOT.replace(/\/+$/, ""),
    zaloMonthlyMessages: read.ZALO_MONTHLY_MESSAGES,
    keepDays: {
      updates: read.KEEP_UPDATES_DAYS,
      drafts: read.KEEP_DRAFTS_DAYS,
      messages: read.KEEP_MESSAGES_DAYS,
      requests: read.KEEP_REQUESTS_DAYS,
      files: read.KEEP_FILES_DAYS,
    },
    keepPicturesDays: read.KEEP_PICTURES_DAYS,
    keepExportsHours: read.KEEP_EXPORTS_HOURS,
    webChat:
      read.WEB_CHAT === undefined
        ? read.TELEGRAM_BOT_TOKENS.length === 0 && read.ZALO_BOT_TOKENS.length === 0
        : ["on", "true", "1"].includes(read.WEB_CHAT),
    adminCode: read.ADMIN_CODE,
    role: read.PROCESS_ROLE,
    logLevel: read.LOG_LEVEL,
  }
}

const OPEN =
  /^(?:HOST|PORT|TIME_ZONE|LANGUAGE|WEB_CHAT|PROCESS_ROLE|LOG_LEVEL|ZALO_MONTHLY_MESSAGES|KEEP_\w+)$/
const LONGEST_SHOWN = 40

/** What was read, for a comment or quotes may have become part of it; nothing of what may be secret, also where it got into the wrong place. */
function quotedIfOpen(name: string, value = ""): string {
  return OPEN.test(name) && value.length <= LONGEST_SHOWN && !/[:@]/.test(value) ? ` "${value}"` : ""
}

function exampleOf(name: keyof typeof EXAMPLES): string {
  return `Example: ${name}=${EXAMPLES[name]}`
}

/**
 * Names that are one of ours but for a letter: with TELEGRAM_BOT_TOKEN or DATABSE_URL, which nobody reads, the demo would start
 * instead, open to anybody. Only names of several words: TIMEZONE may be another program's.
 */
function misspelled(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isSet = (name: string) => (environment[name] ?? "").trim() !== ""
  const wanted = NAMES.filter((name) => !isSet(name))
  return Object.keys(environment).flatMap((name) => {
    if (name in EXAMPLES || !name.includes("_") || !isSet(name)) return []
    const meant = wanted.find((ours) => isMeantBy(name.toUpperCase(), ours))
    return meant === undefined
      ? []
      : [`${name} is not read: the setting is called ${meant}. ${exampleOf(meant)}`]
  })
}

const NAMES = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]
/** A shorter word with another letter is another word: REDIS_URI may be another program's. */
const LONG_WORD = 5

function isMeantBy(typed: string, ours: string): boolean {
  const plain = (name: string) => name.replaceAll("_", "").replace(/S$/, "")
  if (plain(typed) === plain(ours)) return true
  const [words, right] = [typed.split("_"), ours.split("_")]
  const wrong = words.flatMap((word, place) => (word === right[place] ? [] : [[word, right[place] ?? ""]]))
  const [[word = "", other = ""] = []] = wrong
  return (
    words.length === right.length &&
    wrong.length === 1 &&
    other.length >= LONG_WORD &&
    editDistance(word, other, 1) <= 1
  )
}

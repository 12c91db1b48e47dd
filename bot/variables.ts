import { z } from "zod"
import { isClaimable } from "../core/people/invitation.ts"

/** Every variable that is read, with an example of what it may hold. */
export const EXAMPLES = {
  DATABASE_URL: "postgres://user:password@localhost:5432/sangkien",
  DATABASE_OWNER_URL: "postgres://owner:password@localhost:5432/sangkien",
  REDIS_URL: "redis://localhost:6379",
  DATA_DIR: "./.data",
  HOST: "127.0.0.1",
  PORT: "3000",
  PUBLIC_URL: "https://sangkien.example.vn",
  WEBHOOK_SECRET: "a-long-random-text_of-letters-digits-and-dashes",
  ENCRYPTION_KEY: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
  TIME_ZONE: "Asia/Ho_Chi_Minh",
  LANGUAGE: "vi",
  TELEGRAM_BOT_TOKENS: "123456789:AAExampleExampleExampleExampleExample",
  ZALO_BOT_TOKENS: "12345689:abc-xyz",
  ZALO_BOT_LINKS: "https://bot.zaloplatforms.com/bots/123",
  TELEGRAM_API_ROOT: "https://api.telegram.org",
  ZALO_API_ROOT: "https://bot-api.zaloplatforms.com",
  ZALO_MONTHLY_MESSAGES: "3000",
  KEEP_UPDATES_DAYS: "7",
  KEEP_DRAFTS_DAYS: "90",
  KEEP_MESSAGES_DAYS: "30",
  KEEP_REQUESTS_DAYS: "365",
  KEEP_FILES_DAYS: "0",
  KEEP_PICTURES_DAYS: "30",
  KEEP_EXPORTS_HOURS: "24",
  WEB_CHAT: "on",
  ADMIN_CODE: "7F3K-9QXM-2WTA",
  PROCESS_ROLE: "all",
  LOG_LEVEL: "info",
} as const

const CHECKED_ALL_THE_SAME = ["prefer", "require", "verify-ca"]
const SSL_MODES = ["disable", "no-verify", ...CHECKED_ALL_THE_SAME, "verify-full"]

function sslModeOf(address: string): string | undefined {
  return URL.canParse(address) ? (new URL(address).searchParams.get("sslmode") ?? undefined) : undefined
}

const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `is not an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
    )

/**
 * pg checks the certificate whenever it encrypts (8.23.1), and warns at each start where an address asks for less in the words of
 * libpq: here they are read as what is done.
 */
const database = url(["postgres:", "postgresql:"])
  .refine(
    (text) => SSL_MODES.includes(sslModeOf(text) ?? "disable"),
    `has an sslmode that is none of ${SSL_MODES.join(", ")}`,
  )
  .transform((text) => {
    if (!CHECKED_ALL_THE_SAME.includes(sslModeOf(text) ?? "")) return text
    const address = new URL(text)
    if (address.searchParams.get("uselibpqcompat") === "true") return text
    address.searchParams.set("sslmode", "verify-full")
    return address.href
  })

const list = (text: string) =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")

const tokens = (pattern: RegExp, form: string) =>
  z
    .string()
    .transform(list)
    .refine(
      (list) => list.every((token) => pattern.test(token)),
      `holds a token that is not of the form ${form}`,
    )
    .refine(
      (list) => new Set(list.map((token) => token.split(":")[0])).size === list.length,
      "holds the same bot twice",
    )

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "is not a whole number")
    .transform(Number)
    .refine((number) => number >= least && number <= most, `is not between ${least} and ${most}`)

/** What each variable may hold, and what it is when unset; the words of an issue go on behind the variable's name. */
export const Variables = z.object({
  DATABASE_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  REDIS_URL: url(["redis:", "rediss:"]).optional(),
  DATA_DIR: z.string().default("./.data"),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, "is not a host name or an address")
    .default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3000),
  // Platforms accept https only; plain http on this very machine is for trying webhooks without a certificate.
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && (new URL(text).protocol === "https:" || isLoopback(new URL(text))),
      "is not an address that starts with https://",
    )
    // The paths of webhooks, pictures and files are put behind it.
    .refine(
      (text) => !/[?#@]/.test(text),
      "holds a name, a ? or a #: only a host, and a path where there is one",
    )
    .optional(),
  // Both platforms' rules at once: Telegram 1–256 of these characters, Zalo 8–256.
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,256}$/, "is not 8 to 256 letters, digits, _ or -")
    .optional(),
  ENCRYPTION_KEY: z
    .string()
    .transform(list)
    .refine(
      (keys) => keys.every((key) => /^(?:[0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i.test(key)),
      "is not 32 random bytes in base64 or hexadecimal (several with commas, the newest first; npm run cli -- key new makes one)",
    )
    .default([]),
  TIME_ZONE: z.string().refine(isTimeZone, "is not a time zone").default("Asia/Ho_Chi_Minh"),
  // Desktops set a variable of this name for themselves: "en_US:en".
  LANGUAGE: z.preprocess(
    (text) => (typeof text === "string" && /[_:]/.test(text) ? undefined : text),
    z.enum(["vi", "en"], "is neither vi nor en").default("vi"),
  ),
  TELEGRAM_BOT_TOKENS: tokens(/^\d{1,20}:[A-Za-z0-9_-]{3,100}$/, "<digits>:<secret>").default([]),
  ZALO_BOT_TOKENS: tokens(/^\d{1,20}:[A-Za-z0-9_.-]{3,200}$/, "<digits>:<secret>").default([]),
  ZALO_BOT_LINKS: z
    .string()
    .transform(list)
    .refine(
      (links) => links.every((link) => URL.canParse(link) && new URL(link).protocol === "https:"),
      "holds something that is not an address that starts with https://",
    )
    .default([]),
  TELEGRAM_API_ROOT: url(["https:", "http:"]).default("https://api.telegram.org"),
  ZALO_API_ROOT: url(["https:", "http:"]).default("https://bot-api.zaloplatforms.com"),
  ZALO_MONTHLY_MESSAGES: wholeNumber(0, 999_999_999).default(3000),
  // Telegram repeats an update for a day: its key must outlive that.
  KEEP_UPDATES_DAYS: wholeNumber(2, 3_650).default(7),
  KEEP_DRAFTS_DAYS: wholeNumber(1, 3_650).default(90),
  KEEP_MESSAGES_DAYS: wholeNumber(1, 3_650).default(30),
  KEEP_REQUESTS_DAYS: wholeNumber(1, 3_650).default(365),
  KEEP_FILES_DAYS: wholeNumber(0, 36_500).default(0),
  KEEP_PICTURES_DAYS: wholeNumber(2, 3_650).default(30),
  KEEP_EXPORTS_HOURS: wholeNumber(1, 720).default(24),
  WEB_CHAT: z.enum(["on", "off", "true", "false", "1", "0"], "is neither on nor off").optional(),
  ADMIN_CODE: z
    .string()
    .max(64, "is longer than 64 letters and digits")
    .refine(
      isClaimable,
      "is no code that can be typed: eight letters and digits or more, or six that begin with four together and hold a digit, in groups parted by -",
    )
    .optional(),
  PROCESS_ROLE: z.enum(["all", "bot", "worker"], "is none of all, bot, worker").default("all"),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "is none of trace, debug, info, warn, error, fatal, silent",
    )
    .default("info"),
})

function isLoopback(address: URL): boolean {
  return address.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname)
}

/** An offset such as "+07:00" is none: PostgreSQL reads it the other way round. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch (error) {
    // Whatever else goes wrong there, as when memory is short, says nothing about the name.
    if (error instanceof RangeError && /time zone/i.test(error.message)) return false
    throw error
  }
}

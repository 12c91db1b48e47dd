import { expect, test, vi } from "vitest"
import { readSettings, SettingsError } from "./settings.ts"

function mistakes(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split("\n")
    throw error
  }
  return []
}

test("nothing set is a whole system on one machine with the web chat on", () => {
  expect(readSettings({})).toMatchObject({
    databaseUrl: undefined,
    dataDir: "./.data",
    host: "127.0.0.1",
    port: 3000,
    timeZone: "Asia/Ho_Chi_Minh",
    webChat: true,
    role: "all",
  })
})

test("a token switches the web chat off, and WEB_CHAT has the last word", () => {
  expect(readSettings({ ZALO_BOT_TOKENS: "12345:abc-xyz" }).webChat).toBe(false)
  expect(readSettings({ ZALO_BOT_TOKENS: "12345:abc-xyz", WEB_CHAT: "on" }).webChat).toBe(true)
})

test("several tokens stand side by side", () => {
  expect(readSettings({ ZALO_BOT_TOKENS: "1:abc-xyz, 2:def-xyz," }).zaloTokens).toEqual([
    "1:abc-xyz",
    "2:def-xyz",
  ])
})

test("the first administrator's code may be any that can be typed", () => {
  for (const code of ["7F3K-9QXM-2WTA", "letmein123", "TEST-ADMIN-CODE-1", "bootstrap"])
    expect(readSettings({ ADMIN_CODE: code }).adminCode).toBe(code)
})

test("an empty variable counts as unset", () => {
  expect(readSettings({ PUBLIC_URL: "", PORT: " " })).toMatchObject({ publicUrl: undefined, port: 3000 })
})

test("the bot writes Vietnamese unless told otherwise, whatever the desktop's own LANGUAGE is", () => {
  expect(readSettings({ LANGUAGE: "en" }).language).toBe("en")
  expect(readSettings({}).language).toBe("vi")
  expect(readSettings({ LANGUAGE: "en_US:en" }).language).toBe("vi")
})

test.each([
  ["", ""],
  ["?sslmode=disable", "?sslmode=disable"],
  ["?sslmode=no-verify", "?sslmode=no-verify"],
  ["?sslmode=require", "?sslmode=verify-full"],
  ["?sslmode=verify-ca&sslrootcert=/ca.crt", "?sslmode=verify-full&sslrootcert=%2Fca.crt"],
  ["?sslmode=require&uselibpqcompat=true", "?sslmode=require&uselibpqcompat=true"],
])("a database's address that ends in '%s' is used as '%s'", (asked, used) => {
  const at = "postgres://bot:secret@db.example.vn:5432/sangkien"
  const read = readSettings({ DATABASE_URL: at + asked, DATABASE_OWNER_URL: at + asked })
  expect([read.databaseUrl, read.databaseOwnerUrl]).toEqual([at + used, at + used])
})

test("an owner's address alone is a mistake: the embedded database would be taken instead", () => {
  expect(mistakes({ DATABASE_OWNER_URL: "postgres://owner@db/sangkien" })).toEqual([
    expect.stringMatching(/^DATABASE_OWNER_URL needs DATABASE_URL .*Example: DATABASE_URL=postgres:/),
  ])
  expect(mistakes({ DATABASE_OWNER_URL: "postgres://owner@db/sangkien", PORT: "http" })).toHaveLength(2)
})

test.each([
  ["DATABASE_URL", "mysql://localhost/x"],
  ["DATABASE_URL", "postgres://localhost/x?sslmode=allow"],
  ["DATABASE_OWNER_URL", "mysql://localhost/x"],
  ["REDIS_URL", "localhost:6379"],
  ["ENCRYPTION_KEY", "hunter2"],
  ["PORT", "80000"],
  ["PORT", "http"],
  ["PUBLIC_URL", "http://sangkien.example.vn"],
  ["PUBLIC_URL", "https://"],
  ["PUBLIC_URL", "https://sangkien.example.vn/?site=1"],
  ["PUBLIC_URL", "https://an:secret@sangkien.example.vn"],
  ["WEBHOOK_SECRET", "short"],
  ["WEBHOOK_SECRET", "một bí mật dài"],
  ["TIME_ZONE", "Asia/Thai_Nguyen"],
  ["TIME_ZONE", "+07:00"],
  ["LANGUAGE", "fr"],
  ["TELEGRAM_BOT_TOKENS", "not a token"],
  ["ZALO_BOT_TOKENS", "1:abc-xyz,1:def-xyz"],
  ["ZALO_BOT_LINKS", "http://bot.example.vn/1"],
  ["ZALO_BOT_LINKS", "https://bot.example.vn/1"],
  ["ZALO_MONTHLY_MESSAGES", "-1"],
  ["KEEP_UPDATES_DAYS", "1"],
  ["KEEP_DRAFTS_DAYS", "0"],
  ["KEEP_MESSAGES_DAYS", "for ever"],
  ["WEB_CHAT", "maybe"],
  ["ADMIN_CODE", "abc"],
  ["ADMIN_CODE", "______"],
  ["ADMIN_CODE", "TP-TN-01"],
  ["PROCESS_ROLE", "boss"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused with the variable and an example", (name, value) => {
  const found = mistakes({ [name]: value })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(new RegExp(`^${name} .*Example: ${name}=`))
})

test("a setting that is misspelled is named instead of being passed over, unless the right one is there too", () => {
  const token = "123456789:AAExampleExampleExampleExampleExample"
  expect(mistakes({ TELEGRAM_BOT_TOKEN: token })).toEqual([
    expect.stringContaining("TELEGRAM_BOT_TOKEN is not read: the setting is called TELEGRAM_BOT_TOKENS."),
  ])
  expect(mistakes({ ZALO_BOTTOKENS: "1:abc-xyz" }).join()).toContain("called ZALO_BOT_TOKENS")
  expect(mistakes({ DATABSE_URL: "postgres://a@b/c" }).join()).toContain("called DATABASE_URL. Example: ")
  expect(
    mistakes({ KEEP_FILE_DAYS: "9", encrypton_key: "x" }).map((mistake) => mistake.split(".")[0]),
  ).toEqual([
    "KEEP_FILE_DAYS is not read: the setting is called KEEP_FILES_DAYS",
    "encrypton_key is not read: the setting is called ENCRYPTION_KEY",
  ])
  // Of another program, or somebody else's naming of their own.
  expect(mistakes({ REDIS_URI: "x", DATA_DIRECTORY: "x", MY_DATABASE_URL: "x", LOG_LABEL: "x" })).toEqual([])
  expect(readSettings({ TELEGRAM_BOT_TOKEN: "x", TELEGRAM_BOT_TOKENS: token }).telegramTokens).toEqual([
    token,
  ])
  expect(readSettings({ TIMEZONE: "UTC", TELEGRAM_BOT_TOKEN: "" }).timeZone).toBe("Asia/Ho_Chi_Minh")
})

test("a clock that cannot be asked is no mistake of the time zone's", () => {
  const clock = vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function fails() {
    throw new RangeError("Internal error. Icu error.")
  })
  try {
    expect(() => readSettings({ TIME_ZONE: "Asia/Ho_Chi_Minh" })).toThrow("Icu error")
  } finally {
    clock.mockRestore()
  }
})

test("a mistake shows what was read, but nothing that may be secret", () => {
  expect(mistakes({ TIME_ZONE: "Asia/Hà Nội" })).toEqual([
    'TIME_ZONE "Asia/Hà Nội" is not a time zone. Example: TIME_ZONE=Asia/Ho_Chi_Minh',
  ])
  for (const [name, value] of [
    ["WEBHOOK_SECRET", "s3cret!"],
    ["ADMIN_CODE", "s3cret!"],
    ["REDIS_URL", "s3cret!"],
    ["PORT", "123456789:s3cret!"],
    ["HOST", "an:s3cret!@db"],
  ] as const)
    expect(mistakes({ [name]: value }).join(), name).not.toContain("s3cret!")
})

test("every mistake is named at once and no token is repeated", () => {
  const found = mistakes({ PORT: "x", TELEGRAM_BOT_TOKENS: "secret-without-colon" })
  expect(found).toHaveLength(2)
  expect(found.join()).not.toContain("secret-without-colon")
})

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { inVietnamese } from "./english.ts"
import { readCommand } from "./read.ts"

test.each([
  ["register", "register", ""],
  ["I would like to register an initiative", "register", ""],
  ["Hi, can I register my idea please", "register", ""],
  ["register: New jig for pocket sewing", "register", "New jig for pocket sewing"],
  ["Register New jig for pocket sewing", "register", "New jig for pocket sewing"],
  ["please register an initiative: New jig for pockets", "register", "New jig for pockets"],
  ["how do I register?", "help", ""],
  ["what can you do", "help", ""],
  ["who are you?", "help", ""],
  ["my initiatives", "mine", ""],
  ["show me my ideas", "mine", ""],
  ["what is the status of my initiative?", "mine", ""],
  ["progress", "progress", ""],
  ["progress of KCN", "progress", "KCN"],
  ["ranking", "ranking", ""],
  ["search for LED lights", "search", "LED lights"],
  ["cancel", "cancel", ""],
  ["stop", "cancel", ""],
  ["never mind", "cancel", ""],
  ["please delete my initiative", "cancel", ""],
  ["cancel SK-000001", "cancel", "SK-000001"],
  ["withdraw SK-000001 because it was sent by mistake", "cancel", "SK-000001 because it was sent by mistake"],
  ["edit SK-000002: Foot pedal for the cutter", "edit", "SK-000002 Foot pedal for the cutter"],
  ["change the title of SK-000002 to Foot pedal", "edit", "SK-000002: Foot pedal"],
  ["change the benefit of sk 2 to 60 million", "edit", "sk 2 làm lợi: 60 million"],
  ["add SK-000002 used on two lines", "add", "SK-000002 used on two lines"],
  ["add used on two lines to SK-000002", "add", "SK-000002 used on two lines"],
  ["add: used on two lines", "add", "used on two lines"],
  ["status SK-000002", "look", "SK-000002"],
  ["back", "back", ""],
  ["skip", "skip", ""],
  ["continue", "resume", ""],
  ["my data", "myData", ""],
  ["stop reminders", "remind", "tắt nhắc"],
  ["co-author SK-000002 Tran Thi Lan 40%", "coAuthor", "SK-000002 Tran Thi Lan 40%"],
])("%j is the command %s with %j", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
})

test.each([
  "Register for the course",
  "update tien do giup chi",
  "add em vao nhom voi",
  "Foot pedal for the cutting machine",
  "next week we meet",
  "check in luc 8h",
  "tool to hold the screws",
])("%j is no command of English", (text) => {
  expect(inVietnamese(text)).toBeUndefined()
})

test("the English that the bot tells people to write is understood", () => {
  const wording = readFileSync(new URL("../messages/en.ftl", import.meta.url), "utf8")
  const command =
    "register|add|edit|cancel|co-author|search|my initiatives|my data|not mine|it is mine|stop reminders|skip|back|continue|help|progress|ranking"
  const quoted = [...wording.matchAll(new RegExp(`"((?:${command})(?:[: ][^"]*)?)"`, "g"))]
  const written = new Set(
    quoted.map(([, words = ""]) => words.replace("{ $code }", "SK-000123").replace(/\{[^}]*\}|…/g, "Lan")),
  )
  expect(written.size).toBeGreaterThan(30)
  // The sentence itself says that a code stands behind it.
  expect([...written].filter((words) => readCommand(words) === undefined)).toEqual(["not mine"])
  expect(readCommand("not mine SK-000123")?.name).toBe("disown")
})

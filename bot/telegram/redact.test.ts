import { expect, test } from "vitest"
import { redactor } from "./redact.ts"

const hide = redactor("8112233445:AAEdoubleTokenOfTheUsualFormXyz0123")

test.each([
  ["GET https://api.telegram.org/bot8112233445:AAEdoubleTokenOfTheUsualFormXyz0123/getMe"],
  ["/bot8112233445%3AAAEdoubleTokenOfTheUsualFormXyz0123/getMe"],
  ["/bot8112233445%3aAAEdoubleTokenOfTheUsualFormXyz0123/getMe"],
  ["secret AAEdoubleTokenOfTheUsualFormXyz0123"],
])("no form of the token is left in %j", (text) => {
  expect(hide(text)).toContain("<token>")
  expect(hide(text)).not.toContain("AAEdouble")
})

test("other words stay as they are", () => {
  expect(hide("bot 8112233445 was kicked")).toBe("bot 8112233445 was kicked")
})

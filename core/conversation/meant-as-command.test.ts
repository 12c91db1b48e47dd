import { expect, test } from "vitest"
import { readCommand } from "../command/read.ts"
import type { Dialogue } from "./dialogue.ts"
import { isMeantAsCommand } from "./meant-as-command.ts"
import { aTurn, aUnitRef, readsOfUnits } from "./testing.ts"

const SAMSUNG = aUnitRef("KCN-SAMSUNG", "CĐCS Công ty Điện tử Phổ Yên")
const ASKED_FOR_UNIT: Dialogue = {
  step: "unit",
  ask: "ask",
  askedAt: 0,
  pending: { text: "đăng ký" },
  offered: [],
}

async function isCommand(text: string): Promise<boolean> {
  const command = readCommand(text)
  if (command === undefined) throw new Error(`"${text}" reads as no command`)
  return await isMeantAsCommand(aTurn(text, { reads: readsOfUnits([SAMSUNG]) }), ASKED_FOR_UNIT, command)
}

test("whoever is asked for their unit answers with its code, 'mã' before it or not; an invitation is one there, too", async () => {
  expect(await isCommand("mã KCN-SAMSUNG")).toBe(false)
  expect(await isCommand("ma kcn-samsung")).toBe(false)
  expect(await isCommand("mã 7F3K-9QXM-2WTA-HC4E")).toBe(true)
})

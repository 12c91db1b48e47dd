import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { loadWording } from "./wording.ts"

test("the language is that of the settings, and a federation's own files say their sentences otherwise", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "wording-"))
  onTestFinished(async () => await rm(dataDir, { recursive: true }))
  const agree = { key: "choice-agree" }
  expect(loadWording({ language: "vi", dataDir }).say(agree)).toBe("Đồng ý")
  expect(loadWording({ language: "en", dataDir }).say(agree)).toBe("I agree")
  await mkdir(join(dataDir, "wording"))
  await writeFile(join(dataDir, "wording", "lien-doan.ftl"), "choice-agree = Nhất trí\nno-such = x\n")
  await writeFile(join(dataDir, "wording", "README.md"), "choice-agree = ignored\n")
  const own = loadWording({ language: "vi", dataDir })
  expect(own.say(agree)).toBe("Nhất trí")
  expect(own.mistakes).toEqual(["lien-doan.ftl: no-such is no sentence of the bot"])
})

import { expect, test } from "vitest"
import { createLines } from "./lines.ts"

const turns = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test("what shares a key goes in order, whatever became of what was before it; the rest does not wait", async () => {
  const lines = createLines()
  const heard: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    heard.push(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    if (name === "fails") throw new Error(name)
    return name
  }
  const fails = lines.queue(["an", "binh"], work("fails"))
  const behind = lines.queue(["binh"], work("behind"))
  const beside = lines.queue(["chi"], work("beside"))
  await turns()
  expect(heard).toEqual(["fails", "beside"])
  ends.get("fails")?.()
  await expect(fails).rejects.toThrow("fails")
  await turns()
  expect(heard).toEqual(["fails", "beside", "behind"])
  expect(lines.last("an")).toBeUndefined()
  expect(lines.last("binh")).toBeDefined()
  ends.get("behind")?.()
  ends.get("beside")?.()
  expect(await Promise.all([behind, beside])).toEqual(["behind", "beside"])
  expect(lines.last("binh")).toBeUndefined()
})

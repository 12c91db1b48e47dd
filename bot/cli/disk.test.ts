import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { diskCheck } from "./disk.ts"

const MEGABYTE = 1024 * 1024

test("a disk that is nearly full is wrong, with what to do; one with room is fine", async () => {
  expect(await diskCheck("data", async () => 499 * MEGABYTE)).toEqual({
    ok: false,
    text: "499 MB free for data; make room (old backups, journalctl --vacuum-size): on a full disk nothing is accepted any more",
  })
  expect(await diskCheck("data", async () => 75_000 * MEGABYTE)).toEqual({
    ok: true,
    text: "75,000 MB free for data",
  })
})

test("a folder that is still to be made is looked for where it would stand", async () => {
  expect((await diskCheck(join(tmpdir(), "not", "yet"))).text).toMatch(/^[\d,]+ MB free for /)
})

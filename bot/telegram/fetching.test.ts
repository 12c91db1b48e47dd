import { Api } from "grammy/web"
import { afterAll, beforeAll, expect, test } from "vitest"
import { FileTooLarge } from "../../core/channel.ts"
import { createTelegramDouble, type TelegramDouble } from "./double.ts"
import { createFetching } from "./fetching.ts"

let double: TelegramDouble
beforeAll(async () => {
  double = await createTelegramDouble()
})
afterAll(async () => await double.close())

const fetching = () =>
  createFetching(new Api(double.token, { apiRoot: double.apiRoot }), double.apiRoot, double.token)

test("a file comes from the platform's own host, up to the size that is taken", async () => {
  const ref = double.holds(Buffer.alloc(1_000, "a"))
  expect((await fetching()(ref, 1_000)).byteLength).toBe(1_000)
  await expect(fetching()(ref, 999)).rejects.toBeInstanceOf(FileTooLarge)
})

test("a file may lie in no folder", async () => {
  const ref = double.holds(Buffer.from("a"))
  double.fails("getFile", { kind: "answer", status: 200, body: { ok: true, result: { file_path: ref } } })
  expect((await fetching()(ref, 1_000)).byteLength).toBe(1)
})

test.each(["https://example.org/x", "/etc/passwd", "documents/../../x", "//example.org/x", "documents/a?b"])(
  "the path %j is not followed",
  async (path) => {
    double.fails("getFile", { kind: "answer", status: 200, body: { ok: true, result: { file_path: path } } })
    await expect(fetching()("any", 1_000)).rejects.toThrow("Telegram does not give the file")
  },
)

test("an unknown file is refused in words that hold no token", async () => {
  const failed = await fetching()("gone", 1_000).catch((error: unknown) => error)
  expect(String(failed)).not.toContain(double.token.split(":")[1])
})

import { fastify } from "fastify"
import { expect, test } from "vitest"
import { quietParts } from "../web/testing.ts"
import { documentRoutes } from "./documents.ts"

const KEY = "k".repeat(32)
const asked: string[] = []
const app = fastify()
app.register(
  documentRoutes({
    document: async (key) => {
      asked.push(key)
      return key === KEY
        ? { name: 'dữ "liệu".txt', contentType: "text/html", bytes: Buffer.from("<script>alert(1)</script>") }
        : undefined
    },
    words: quietParts().words,
  }),
)

test("a document is saved under its name and never shown as a page of ours", async () => {
  const answer = await app.inject(`/documents/${KEY}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toBe("<script>alert(1)</script>")
  expect(answer.headers).toMatchObject({
    "content-disposition": `attachment; filename="d___li_u_.txt"; filename*=UTF-8''d%E1%BB%AF%20%22li%E1%BB%87u%22.txt`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  })
})

test.each(["short", "..%2f..%2fetc%2fpasswd", `${"k".repeat(31)}'`, "k".repeat(87)])(
  "%s is no key and is not looked up",
  async (key) => {
    const before = asked.length
    expect((await app.inject(`/documents/${key}`)).statusCode).toBe(404)
    expect(asked.length).toBe(before)
  },
)

test("an unknown or expired key says no more than that", async () => {
  const answer = await app.inject(`/documents/${"x".repeat(32)}`)
  expect([answer.statusCode, answer.body]).toEqual([404, "Không có tệp này, hoặc đã hết hạn."])
})

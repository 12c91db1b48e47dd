import { expect, onTestFinished, test } from "vitest"
import { quietParts } from "../web/testing.ts"
import { pictureRoutes } from "./pictures.ts"
import { createHttpServer } from "./server.ts"

const NOW = 1_000_000
const KEY = "AbCdEfGhIjKlMnOpQrStU-_"

function aServer() {
  const asked: string[] = []
  const parts = quietParts()
  const app = createHttpServer(parts)
  const picture = async (key: string) => {
    asked.push(key)
    return key === KEY ? { png: Uint8Array.of(137, 80, 78, 71), expiresAt: NOW + 90_500 } : undefined
  }
  app.register(pictureRoutes({ picture, now: () => NOW, words: parts.words }))
  onTestFinished(async () => await app.close())
  return { app, asked }
}

test("a picture is sent to whoever has its key, for as long as it lives and to nobody's shared cache", async () => {
  const { app } = aServer()
  const answer = await app.inject(`/pictures/${KEY}.png`)
  expect([answer.statusCode, [...answer.rawPayload]]).toEqual([200, [137, 80, 78, 71]])
  expect(answer.headers).toMatchObject({
    "content-type": "image/png",
    "cache-control": "private, max-age=90",
    "x-robots-tag": "noindex",
    "x-content-type-options": "nosniff",
  })
})

test("an unknown key is not there, and one that could be guessed is not even looked up", async () => {
  const { app, asked } = aServer()
  for (const path of [
    `${KEY}x.png`,
    "1.png",
    "short.png",
    `${"a".repeat(21)}.png`,
    `${"%2e".repeat(30)}.png`,
    "",
  ]) {
    expect((await app.inject(`/pictures/${path}`)).statusCode, path).toBe(404)
  }
  expect(asked).toEqual([`${KEY}x`])
})

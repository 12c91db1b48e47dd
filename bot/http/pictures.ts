import type { FastifyInstance } from "fastify"
import type { Wording } from "../../core/messages/wording.ts"
import { isKey } from "./key.ts"
import { say } from "./server.ts"

/** Where pictures behind addresses come from. */
export type PictureParts = {
  /** undefined: unknown or expired. `expiresAt` in epoch milliseconds. */
  readonly picture: (
    key: string,
  ) => Promise<{ readonly png: Uint8Array; readonly expiresAt: number } | undefined>
  readonly now: () => number
  readonly words: Pick<Wording, "say">
}

/** `GET /pictures/:key.png`: for platforms that fetch a picture by its address. There is no list. */
export function pictureRoutes({
  picture,
  now,
  words,
}: PictureParts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.get<{ Params: { key: string } }>("/pictures/:key.png", async (request, reply) => {
      const { key } = request.params
      const found = isKey(key) ? await picture(key) : undefined
      if (found === undefined) return say(reply, 404, words.say({ key: "http-picture-gone" }))
      const seconds = Math.max(0, Math.floor((found.expiresAt - now()) / 1000))
      return reply
        .type("image/png")
        .header("cache-control", `private, max-age=${seconds}`)
        .header("x-robots-tag", "noindex")
        .send(Buffer.from(found.png))
    })
  }
}

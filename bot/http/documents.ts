import type { FastifyInstance } from "fastify"
import type { Document } from "../../core/channel.ts"
import type { Wording } from "../../core/messages/wording.ts"
import { isKey } from "./key.ts"
import { say } from "./server.ts"

/** Where documents behind addresses come from. */
export type DocumentParts = {
  /** undefined: unknown or expired. */
  readonly document: (key: string) => Promise<Document | undefined>
  readonly words: Pick<Wording, "say">
}

/**
 * `GET /documents/:key`: for people on platforms that take no files. There is no list. A browser saves the document and
 * never shows it as a page of ours, whatever it holds.
 */
export function documentRoutes({ document, words }: DocumentParts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.get<{ Params: { key: string } }>("/documents/:key", async (request, reply) => {
      const { key } = request.params
      const found = isKey(key) ? await document(key) : undefined
      if (found === undefined) return say(reply, 404, words.say({ key: "http-document-gone" }))
      return reply.headers(headersOf(found)).send(Buffer.from(found.bytes))
    })
  }
}

/** What makes a browser save a document and do nothing else with it. */
export function headersOf({ name, contentType }: Document): Readonly<Record<string, string>> {
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex",
  }
}

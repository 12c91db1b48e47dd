import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import type { FastifyReply, FastifyRequest } from "fastify"

/** A text that is sent as it is to many: compressed once, and not sent at all to whoever still has it. */
export type Ready = { readonly plain: Buffer; readonly zipped: Buffer; readonly etag: string }

const compress = promisify(gzip)

/** Makes a text ready to be sent. */
export async function ready(text: string): Promise<Ready> {
  const plain = Buffer.from(text)
  return { plain, zipped: await compress(plain), etag: `W/"${digest(plain)}"` }
}

/** Sends it, or 304; its type and how long it may be kept are set by the caller. */
export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  { plain, zipped, etag }: Ready,
): FastifyReply {
  reply.headers({ etag, vary: "accept-encoding" })
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) return reply.code(304).send()
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    String(request.headers["accept-encoding"] ?? ""),
  )
  return takesGzip ? reply.header("content-encoding", "gzip").send(zipped) : reply.send(plain)
}

/** 132 bits of the SHA-256 of a text, in letters an address may hold. */
export function digest(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22)
}

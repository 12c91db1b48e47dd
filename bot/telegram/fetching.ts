import type { Api } from "grammy"
import { z } from "zod"
import { DeliveryError, FileTooLarge } from "../../core/channel.ts"

const answer = z.object({ file_path: z.string(), file_size: z.number().optional() })
/** A path of Telegram's, below its own root and nowhere else. */
const PATH = /^(?!.*\.\.)[\w-]+(?:\/[\w.-]+)+$/
const WITHIN_MS = 30_000

/**
 * Fetches files people sent, from `apiRoot` and no other host: the path comes from Telegram, never from a message, and no redirect
 * is followed. The address holds the token, so nothing of an error's own words leaves this file.
 */
export function createFetching(api: Api, apiRoot: string, token: string) {
  return async function fetchFile(ref: string, mostBytes: number): Promise<Uint8Array> {
    const found = answer.safeParse(await api.getFile(ref).catch(() => undefined))
    if (!found.success || !PATH.test(found.data.file_path)) throw refused("Telegram does not give the file")
    if ((found.data.file_size ?? 0) > mostBytes) throw new FileTooLarge()
    // Loaded when the first file comes.
    const { request } = await import("undici")
    const signal = AbortSignal.timeout(WITHIN_MS)
    try {
      const { statusCode, body } = await request(`${apiRoot}/file/bot${token}/${found.data.file_path}`, {
        signal,
      })
      if (statusCode !== 200) {
        await body.dump()
        throw refused(`Telegram answered ${statusCode} to the file`)
      }
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > mostBytes) throw new FileTooLarge()
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    } catch (error) {
      if (error instanceof FileTooLarge || error instanceof DeliveryError) throw error
      throw refused("the file did not come through")
    }
  }
}

function refused(words: string): DeliveryError {
  return new DeliveryError("unreachable", words, { surelyNotSent: true })
}

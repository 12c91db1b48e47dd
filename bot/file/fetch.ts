import { DeliveryError, FileTooLarge } from "../../core/channel.ts"

const WITHIN_MS = 30_000

/**
 * The bytes at an address of the platform's own. No redirect is followed, and nothing of an error's own words leaves this
 * file: the address may hold a token. Throws `FileTooLarge` beyond `mostBytes`, else a `DeliveryError`.
 */
export async function fetchFrom(platform: string, address: string, mostBytes: number): Promise<Uint8Array> {
  // Loaded when the first file comes.
  const { request } = await import("undici")
  const signal = AbortSignal.timeout(WITHIN_MS)
  try {
    const { statusCode, body } = await request(address, { signal })
    if (statusCode !== 200) {
      await body.dump()
      throw refused(`${platform} answered ${statusCode} to the file`)
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

/** The platform does not give a file. */
export function refused(words: string): DeliveryError {
  return new DeliveryError("unreachable", words, { surelyNotSent: true })
}

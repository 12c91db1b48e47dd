import type { Api } from "grammy/web"
import { z } from "zod"
import { FileTooLarge } from "../../core/channel.ts"
import { fetchFrom, refused } from "../file/fetch.ts"

const answer = z.object({ file_path: z.string(), file_size: z.number().optional() })
/** A path of Telegram's, below its own root and nowhere else. */
const PATH = /^(?!.*\.\.)\w[\w.-]*(?:\/[\w.-]+)*$/

/** Fetches files people sent, from `apiRoot` and no other host: the path comes from Telegram, never from a message. */
export function createFetching(api: Api, apiRoot: string, token: string) {
  return async function fetchFile(ref: string, mostBytes: number): Promise<Uint8Array> {
    const found = answer.safeParse(await api.getFile(ref).catch(() => undefined))
    if (!found.success || !PATH.test(found.data.file_path)) throw refused("Telegram does not give the file")
    if ((found.data.file_size ?? 0) > mostBytes) throw new FileTooLarge()
    return await fetchFrom("Telegram", `${apiRoot}/file/bot${token}/${found.data.file_path}`, mostBytes)
  }
}

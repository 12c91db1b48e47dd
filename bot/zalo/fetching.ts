import type { Log } from "../../core/log.ts"
import { fetchFrom, refused } from "../file/fetch.ts"

/** Zalo publishes no list of the hosts that hold its pictures; those that were seen lie below these domains (2026-11-27). */
const DOMAINS = ["zdn.vn", "zadn.vn", "zalo.me", "zaloapp.com", "zaloplatforms.com"]

/**
 * Fetches pictures people sent, by the address Zalo gives: over https from its own domains, or from where the platform
 * itself is said to be, and from nowhere else.
 */
export function createFetching(apiRoot: string, log: Log) {
  return async function fetchFile(ref: string, mostBytes: number): Promise<Uint8Array> {
    const address = URL.canParse(ref) ? new URL(ref) : undefined
    if (address === undefined || !(isOfZalo(address) || address.origin === new URL(apiRoot).origin)) {
      log.warn({ host: address?.host }, "a picture was not fetched: its host is none of Zalo's")
      throw refused("the address is none of Zalo's")
    }
    return await fetchFrom("Zalo", address.href, mostBytes)
  }
}

function isOfZalo({ protocol, hostname, port, username }: URL): boolean {
  if (protocol !== "https:" || port !== "" || username !== "") return false
  return DOMAINS.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}

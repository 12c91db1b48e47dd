import { encodingOf } from "../sheet/encoding.ts"

/** What bytes are, by their own first words. */
export type Sniffed = "jpeg" | "png" | "webp" | "pdf" | "zip" | "text" | "unknown"

/** Looks at the bytes only: names and declared types are anybody's claim. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16))
  const hex = head.toString("hex")
  if (hex.startsWith("ffd8ff")) return "jpeg"
  if (hex.startsWith("89504e470d0a1a0a")) return "png"
  if (hex.startsWith("52494646") && head.toString("latin1", 8, 12) === "WEBP") return "webp"
  if (hex.startsWith("255044462d")) return "pdf"
  if (hex.startsWith("504b0304")) return "zip"
  return encodingOf(bytes) === undefined ? "unknown" : "text"
}

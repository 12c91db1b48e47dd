/** Parameters of a call; uploaded files are `Uint8Array`s. */
export type Params = Record<string, unknown>

/** Parameters whose value is text even when it looks like a number or JSON. */
const TEXT_PARAMS = new Set(["text", "caption", "callback_query_id", "url", "secret_token"])

/** The parameters in a request's body: JSON, or multipart with JSON in its fields; undefined when it is neither. */
export function readParams(contentType: string, body: Buffer): Params | undefined {
  try {
    if (contentType.startsWith("application/json")) return record(JSON.parse(body.toString("utf8")))
    const boundary = /^multipart\/form-data; ?boundary=(.+)$/.exec(contentType)?.[1]
    if (boundary !== undefined) return readMultipart(body, boundary)
    return body.length === 0 ? {} : undefined
  } catch {
    return undefined
  }
}

function readMultipart(body: Buffer, boundary: string): Params {
  const fields = new Map<string, unknown>()
  const files = new Map<string, Uint8Array>()
  for (const part of parts(body, boundary)) {
    const end = part.indexOf("\r\n\r\n")
    const head = part.subarray(0, end).toString("utf8")
    const value = part.subarray(end + 4)
    const name = /name="([^"]+)"/.exec(head)?.[1]
    if (name === undefined) throw new Error("a part without a name")
    if (head.includes("filename=")) files.set(name, value)
    else fields.set(name, fieldValue(name, value.toString("utf8")))
  }
  const attached = (value: unknown) =>
    typeof value === "string" && value.startsWith("attach://") ? files.get(value.slice(9)) : value
  return Object.fromEntries([...fields].map(([name, value]) => [name, attached(value)]))
}

function parts(body: Buffer, boundary: string): Buffer[] {
  const found: Buffer[] = []
  const mark = Buffer.from(`--${boundary}`)
  let start = body.indexOf(mark)
  while (start !== -1) {
    const next = body.indexOf(mark, start + mark.length)
    if (next === -1) break
    // Between the marks: "\r\n", the part, "\r\n".
    found.push(body.subarray(start + mark.length + 2, next - 2))
    start = next
  }
  return found
}

function fieldValue(name: string, value: string): unknown {
  if (TEXT_PARAMS.has(name) || !/^(?:-?\d+$|true$|false$|[[{])/.test(value)) return value
  return JSON.parse(value)
}

function record(value: unknown): Params | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

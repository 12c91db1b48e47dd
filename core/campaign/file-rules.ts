/** How the parts of a campaign file are checked: every rule says in English what is allowed. */
import { z } from "zod"

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_RULE = 'must be a day of the calendar like "2021-09-01" (YYYY-MM-DD)'
const isDay = (text: string) =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** A local day. A YAML 1.1 reader turns an unquoted one into a Date at midnight UTC. */
export const day = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toJSON().slice(0, 10) : value),
  z.string(DAY_RULE).refine(isDay, DAY_RULE),
)

/** A text without white space around it. */
export const text = (maxLength: number) => {
  const rule = `must be a text of 1 to ${maxLength} characters`
  return z.string(rule).trim().min(1, rule).max(maxLength, rule)
}
const codeRule = 'must be a short code of letters, digits, "-", "_" or "." (at most 40), such as "gd1"'
/** A short code; a number is taken for one. */
export const code = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z.string(codeRule).regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, codeRule),
)
export const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `must be one of ${values.join(", ")}`)
const GOAL_RULE = "must be a whole number from 0 to 1000000000"
export const goal = z.int(GOAL_RULE).min(0, GOAL_RULE).max(1_000_000_000, GOAL_RULE)
export const list = <T extends z.ZodType>(item: T, rule: string) => z.array(item, rule)

/** A mapping of these keys and no others; `error` names what is known here. */
export function mapping<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `does not know ${issue.keys.map((key) => `"${key}"`).join(", ")}; known here: ${Object.keys(shape).join(", ")}`
        : `must be a mapping with ${Object.keys(shape).join(", ")}`,
  })
}

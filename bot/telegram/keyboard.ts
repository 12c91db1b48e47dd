import type { InlineKeyboardMarkup } from "grammy/types"
import type { Outgoing } from "../../core/channel.ts"
import { plain } from "../../core/markup.ts"

/** `callback_data` holds 1–64 bytes of UTF-8 (core.telegram.org/bots/api#inlinekeyboardbutton, 2026-08). */
const CALLBACK_DATA_BYTES = 64
/** Characters of a label; longer ones are cut by phones anyway, and the text lists the choices in full. */
const LABEL_LENGTH = 60

/** `<ask>.<option>`, what a button of ours carries; undefined when it was not made by us. */
export function readChoice(data: string): { readonly ask: string; readonly option: number } | undefined {
  const found = /^(.+)\.(\d{1,4})$/s.exec(data)
  return found?.[1] === undefined ? undefined : { ask: found[1], option: Number(found[2]) }
}

/**
 * Buttons for `choices`, numbered as the text numbers them: the first is option 1. Undefined when there is nothing to
 * press or `ask` is too long for a button: the text lists the choices, so the message works without.
 */
export function keyboard(choices: Outgoing["choices"]): InlineKeyboardMarkup | undefined {
  if (choices === undefined || choices.labels.length === 0) return undefined
  const buttons = choices.labels.map((label, index) => ({
    text: cut(plain(label)) || String(index + 1),
    callback_data: `${choices.ask}.${index + 1}`,
  }))
  if (buttons.some((button) => Buffer.byteLength(button.callback_data) > CALLBACK_DATA_BYTES))
    return undefined
  return { inline_keyboard: rows(buttons, perRow(buttons.map((button) => button.text.length))) }
}

function perRow(lengths: readonly number[]): number {
  const longest = Math.max(...lengths)
  if (longest <= 10) return 3
  return longest <= 18 ? 2 : 1
}

function rows<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) =>
    items.slice(row * size, (row + 1) * size),
  )
}

function cut(label: string): string {
  const characters = Array.from(label)
  return characters.length <= LABEL_LENGTH ? label : `${characters.slice(0, LABEL_LENGTH - 1).join("")}…`
}

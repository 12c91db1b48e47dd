import { FluentBundle, FluentResource, type FluentValue } from "@fluent/bundle"
import { STRONG_OFF, STRONG_ON } from "../channel.ts"
import type { AddressForm, Phrase } from "../outbox.ts"
import { moneyInEnglish } from "../text/money.ts"
import { formatNumber } from "../text/number.ts"
import { COUNTED, type OwnFile, type OwnWording, ownWording } from "./own-wording.ts"

/** The bot's words: turns a phrase into text. */
export type Wording = {
  /** Throws an `Error` that names the key when the wording has no such sentence or a variable is missing. */
  say(phrase: Phrase): string
  /** The same words for people who are addressed in this way. */
  addressing(form: AddressForm): Wording
}

/**
 * Builds the wording from Fluent source. `<b>…</b>` in the source becomes our stress marks before any variable is put in,
 * so nothing a person typed can become formatting. `own` files say some sentences otherwise; what is wrong in them is left
 * out and named in `mistakes`. Throws when the source is not Fluent.
 */
export function createWording(
  source: string,
  locale: string,
  own: readonly OwnFile[] = [],
): Wording & Pick<OwnWording, "mistakes"> {
  const { say, mistakes } = voice(source, locale, own)
  const usual: Wording = { say, addressing: (form) => (form === "anh_chi" ? usual : formal()) }
  let made: Wording | undefined
  // Only the sentences change their address; what people typed comes in later and stays as it is.
  const formal = (): Wording => {
    made ??= {
      say: voice(
        asComrade(source),
        locale,
        own.map((file) => ({ ...file, source: asComrade(file.source) })),
      ).say,
      addressing: usual.addressing,
    }
    return made
  }
  return { ...usual, mistakes }
}

function asComrade(source: string): string {
  return source.replaceAll("anh/chị", "đồng chí").replaceAll("Anh/chị", "Đồng chí")
}

function voice(
  source: string,
  locale: string,
  own: readonly OwnFile[],
): Pick<Wording, "say"> & Pick<OwnWording, "mistakes"> {
  const bundle = new FluentBundle(locale, { useIsolating: false, functions: { [COUNTED]: counted } })
  const errors = bundle.addResource(new FluentResource(stressed(source)))
  if (errors.length > 0) throw new Error(`The wording file has mistakes: ${errors.map(String).join("; ")}`)
  const stressedFiles = own.map((file) => ({ ...file, source: stressed(file.source) }))
  const { taken, mistakes } = ownWording(source, stressedFiles)
  const instead = new FluentResource("")
  instead.body.push(...taken)
  bundle.addResource(instead, { allowOverrides: true })
  return {
    mistakes,
    say(phrase) {
      if ("text" in phrase) return phrase.text
      const message = bundle.getMessage(phrase.key)
      if (message?.value == null) throw new Error(`The wording has no sentence "${phrase.key}".`)
      const problems: Error[] = []
      const text = bundle.formatPattern(message.value, shown(phrase.args ?? {}, locale), problems)
      if (problems.length > 0) {
        throw new Error(`The sentence "${phrase.key}" could not be said: ${problems.map(String).join("; ")}`)
      }
      return text
    },
  }
}

/** `{ COUNTED($count, "file was", "files were") }`: "1 file was", "2 files were". Without the last words these end with an s. */
function counted([count, one, several]: readonly FluentValue[]): string {
  return `${count} ${count === ONE ? one : (several ?? `${one}s`)}`
}

/** A number as `shown` writes it. */
const ONE = "1"

function stressed(source: string): string {
  return source.replaceAll("<b>", STRONG_ON).replaceAll("</b>", STRONG_OFF)
}

/** Numbers are written the Vietnamese way; selectors only ever look at words. */
function shown(args: Readonly<Record<string, string | number>>, locale: string): Record<string, string> {
  const said = (name: string, value: string) =>
    name === AMOUNT && locale === "en" ? moneyInEnglish(value) : value
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "number" ? formatNumber(value) : said(name, value),
    ]),
  )
}

/** The variable that holds an amount of money with its period. */
const AMOUNT = "benefit"

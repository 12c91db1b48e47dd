import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { RequestForm } from "../../core/paper/request-form.ts"

const TEMPLATE = new URL("./don-yeu-cau-cong-nhan-sang-kien.docx", import.meta.url)

/** Below `DATA_DIR`: a federation's own form, laid out in Word with the same names in braces. */
const OWN = join("forms", "don-yeu-cau-cong-nhan-sang-kien.docx")

/** Puts what is known into the federation's own form; into ours where there is none, or it is none that can be filled in. */
export async function fillRequestForm(
  form: RequestForm,
  dataDir: string,
  warn: (fields: object, words: string) => void,
): Promise<Uint8Array> {
  const own = join(dataDir, OWN)
  const laidOut = await readFile(own).catch(() => undefined)
  if (laidOut !== undefined) {
    try {
      return await filled(laidOut, form)
    } catch (error) {
      warn(
        { file: own, error: String(error) },
        "a form of our own cannot be filled in; the usual one is sent",
      )
    }
  }
  return await filled(await readFile(TEMPLATE), form)
}

async function filled(template: Buffer, form: RequestForm): Promise<Uint8Array> {
  // Loaded when the first one is asked for: few processes ever write one.
  const { TemplateHandler } = await import("easy-template-x")
  const data = { ...form, "Tác giả": [...form["Tác giả"]], "Mô tả": [...form["Mô tả"]] }
  return new Uint8Array(await new TemplateHandler().process(template, data))
}

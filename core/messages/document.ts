import type { Document } from "../channel.ts"
import { type ExportPorts, exportedFile } from "../export/file.ts"
import { initiativeCode } from "../intake/code.ts"
import type { DocumentRef } from "../outbox.ts"
import { DOCX_TYPE } from "../paper/request-form.ts"
import { myDataFile } from "../people/my-data-file.ts"
import type { PersonalData } from "../people/personal-data.ts"
import type { Wording } from "./wording.ts"

/** What files are made of, and where they are put for those who fetch them. */
export type DocumentPorts = {
  readonly personalData: (personId: string) => Promise<PersonalData | undefined>
  /** The request form of an initiative as a .docx file; undefined when there is no such initiative. */
  readonly requestForm: (number: number) => Promise<Uint8Array | undefined>
  /** Keeps a document until `expiresAt` (epoch milliseconds). */
  readonly put: (
    document: Document & { readonly key: string; readonly personId: string; readonly expiresAt: number },
  ) => Promise<void>
  /** The https address people can reach, without a slash at the end; without it there are no addresses. */
  readonly publicUrl: string | undefined
  /** base64url of 128 random bits or more. */
  readonly newKey: () => string
  /** How long a file can be fetched. */
  readonly keptHours: number
  readonly now: () => number
  readonly wording: Wording
  readonly timeZone: string
  readonly exports: Omit<ExportPorts, "say" | "zone" | "now">
}

const HOUR_MS = 3_600_000

/** Makes the files that outbox rows refer to, at the moment of sending. */
export function documents(ports: DocumentPorts) {
  const { wording, now, timeZone, publicUrl, keptHours } = ports
  return {
    /** undefined when what it tells of is gone meanwhile: the person erased, the campaign removed. */
    make: async (ref: DocumentRef): Promise<Document | undefined> => {
      if (ref.kind === "request_form") return await requestForm(ports, ref.number)
      if (ref.kind !== "my_data")
        return await exportedFile({ ...ports.exports, say: wording.say, zone: timeZone, now }, ref)
      const data = await ports.personalData(ref.personId)
      return data && myDataFile(data, ref.form, wording.say, timeZone)
    },
    /** What is said where a channel takes no files. */
    standIn: async (document: Document, ref: DocumentRef): Promise<string> => {
      if (publicUrl === undefined) return wording.say({ key: "document-no-way" })
      const key = ports.newKey()
      await ports.put({ ...document, key, personId: ref.personId, expiresAt: now() + keptHours * HOUR_MS })
      return wording.say({
        key: "document-link",
        args: { address: `${publicUrl}/documents/${key}`, hours: keptHours },
      })
    },
  }
}

async function requestForm(ports: DocumentPorts, number: number): Promise<Document | undefined> {
  const bytes = await ports.requestForm(number)
  return bytes && { name: `don-${initiativeCode(number)}.docx`, contentType: DOCX_TYPE, bytes }
}

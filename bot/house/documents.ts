import { randomBytes } from "node:crypto"
import { documents } from "../../core/messages/document.ts"
import { requestFormOf } from "../../core/paper/request-form.ts"
import { openedWithin } from "../../core/seal.ts"
import type { RoundPorts } from "../../core/tally/round.ts"
import { putDocument } from "../../db/file/document.ts"
import { coAuthorReads } from "../../db/ideas/co-author.ts"
import { operatorStore } from "../../db/operator-store.ts"
import { personalData } from "../../db/people/personal-data.ts"
import { reviewReads } from "../../db/review/review.ts"
import { exportRecords } from "../../db/tally/export.ts"
import { fillRequestForm } from "../paper/request-form.ts"
import { writeSheets } from "../sheet/write.ts"
import type { Parts } from "./parts.ts"

/** How the files that rows refer to are made. */
export function documentsOf({ settings, around, store, seal, wording }: Parts, posts: RoundPorts) {
  const { timeZone } = settings
  return documents({
    // People see their own accounts as the platforms name them.
    personalData: async (personId) => {
      const data = await personalData(store.db, personId)
      return data && openedWithin(data, seal)
    },
    requestForm: async (number) => {
      const [dossier] = await reviewReads(store.db).dossiers([number])
      const team = await coAuthorReads(store.db).team(number)
      if (dossier === undefined || team === undefined) return undefined
      const { dataDir } = settings
      return await fillRequestForm(requestFormOf(dossier, team), dataDir, around.log.warn.bind(around.log))
    },
    put: async (document) => await putDocument(store.db, document),
    publicUrl: settings.publicUrl,
    keptHours: settings.keepExportsHours,
    newKey: () => randomBytes(24).toString("base64url"),
    now: around.now,
    wording,
    timeZone,
    exports: {
      campaigns: async () => await posts.posts.campaigns(),
      records: async (scope, limit) => await exportRecords(store.db, scope, limit),
      source: operatorStore(store.db, timeZone),
      write: writeSheets,
    },
  })
}

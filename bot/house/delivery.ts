import type { BotId, Channel } from "../../core/channel.ts"
import { render } from "../../core/messages/render.ts"
import type { Wording } from "../../core/messages/wording.ts"
import { posterOf } from "../../core/people/poster.ts"
import { tallyPictures } from "../../core/tally/picture.ts"
import { moveChat } from "../../db/conversation/chat.ts"
import { putPicture } from "../../db/file/picture.ts"
import type { Store } from "../../db/server/open.ts"
import type { DeliveryOptions } from "../../jobs/deliver.ts"
import { monthlyQuota } from "../channels.ts"
import { createPublisher, type PublishParts } from "../picture/publish.ts"
import type { Settings } from "../settings.ts"
import { roundPorts } from "./tally.ts"

/** How messages are made and sent, by the running bot as by the operator's tool. */
export function deliveryParts(
  settings: Settings,
  { db }: Store,
  channels: ReadonlyMap<BotId, Channel>,
  wording: Wording,
): Pick<DeliveryOptions, "channels" | "render" | "draw" | "quota" | "timeZone" | "moved"> {
  const { timeZone } = settings
  // What draws is loaded when the first picture is drawn: it takes longer than the rest of the start.
  const ofTally = tallyPictures({
    ...roundPorts(db, timeZone),
    draw: async (reading, campaign, series) => {
      const { tallyPicture } = await import("../picture/draw.ts")
      return await tallyPicture(reading, campaign, { say: wording.say, zone: timeZone }, series)
    },
  })
  return {
    channels: (bot) => channels.get(bot),
    render: (rows, textLength) => render(wording, rows, textLength),
    draw: async (ref) => {
      if (!("link" in ref)) return await ofTally(ref)
      const { drawPoster } = await import("../picture/poster.ts")
      return await drawPoster(posterOf(ref, wording.say))
    },
    quota: (bot) => monthlyQuota(settings, bot),
    timeZone,
    moved: async (from, to) => {
      await db.transaction().execute(async (trx) => await moveChat(trx, from, to))
    },
  }
}

/** Pictures for platforms that fetch them from an address of ours; undefined when they cannot reach us. */
export function publisherOf({ publicUrl, keepPicturesDays }: Settings, { db }: Store, now: () => number) {
  if (publicUrl === undefined) return undefined
  const put: PublishParts["put"] = async (picture) => await putPicture(db, picture, now())
  return createPublisher({ keptDays: keepPicturesDays, publicUrl, now, put })
}

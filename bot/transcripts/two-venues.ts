import type { TelegramVenue } from "./telegram-venue.ts"
import type { Venue } from "./venue.ts"
import type { ZaloVenue } from "./zalo-venue.ts"

/** Zalo and Telegram in one house, with the same people; what happens at Telegram stands behind "Telegram: ". */
export type TwoVenues = Venue & {
  readonly kind: "both"
  readonly zalo: ZaloVenue
  readonly telegram: TelegramVenue
}

const TELEGRAM = "Telegram: "

/** Both doubles as one venue. */
export function twoVenues(zalo: ZaloVenue, telegram: TelegramVenue): TwoVenues {
  const at = (place: string): [venue: Venue, place: string] =>
    place.startsWith(TELEGRAM) ? [telegram, place.slice(TELEGRAM.length)] : [zalo, place]
  let latest: Venue = zalo
  const told = (place: string): [venue: Venue, place: string] => {
    const found = at(place)
    latest = found[0]
    return found
  }
  const refsOf = (refs: readonly string[], venue: Venue) =>
    refs.filter((ref) => ref.startsWith(`${venue.kind}:`))
  return {
    kind: "both",
    zalo,
    telegram,
    bot: zalo.bot,
    mention: zalo.mention,
    environment: { ...zalo.environment, ...telegram.environment },
    account: zalo.account,
    chat: (place) => {
      const [venue, there] = at(place)
      return venue.chat(there)
    },
    opened: async (address) => void (await Promise.all([zalo.opened(address), telegram.opened(address)])),
    writes: async (place, who, text, how) => {
      const [venue, there] = told(place)
      await venue.writes(there, who, text, how)
    },
    sends: async (place, who, thing) => {
      const [venue, there] = told(place)
      await venue.sends(there, who, thing)
    },
    redelivers: async () => await latest.redelivers(),
    presses: async (place, who, message, label) => {
      const [venue, there] = told(place)
      await venue.presses(there, who, message, label)
    },
    said: (place) => {
      const [venue, there] = at(place)
      return venue.said(there)
    },
    places: () => [...zalo.places(), ...telegram.places().map((place) => `${TELEGRAM}${place}`)],
    shows: async (refs) =>
      void (await Promise.all([zalo, telegram].map(async (venue) => await venue.shows(refsOf(refs, venue))))),
    complaints: () => [...zalo.complaints(), ...telegram.complaints()],
    close: async () => void (await Promise.all([zalo.close(), telegram.close()])),
  }
}

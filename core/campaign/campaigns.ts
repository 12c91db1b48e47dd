import { formatDay, localDate } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"

/** "chương trình": which ones run or are to come, and how to ask about another than the one people register for. */
export async function campaignsCommand(turn: Turn): Promise<Decision> {
  const { moment, reads } = turn
  const { campaign: usual } = turn.context
  if (usual === undefined) return answer(turn, "progress-none")
  const today = localDate(moment.now, moment.timeZone)
  const all = await reads.campaigns(usual.federation.id)
  const shown = all.filter(({ id, campaign }) => id === usual.id || campaign.endsOn >= today)
  const other = all.find(({ id }) => id !== usual.id)
  return {
    say: [
      reply(turn, {
        phrases: [
          ...shown.map(({ id, campaign }) => ({
            key: "campaign-line",
            args: {
              name: campaign.shortName,
              from: formatDay(campaign.startsOn, "date"),
              to: formatDay(campaign.endsOn, "date"),
              state:
                campaign.startsOn > today
                  ? "ahead"
                  : campaign.endsOn < today
                    ? "over"
                    : id === usual.id
                      ? "open"
                      : "runs",
            },
          })),
          ...(other === undefined
            ? []
            : [{ key: "campaign-other", args: { other: other.campaign.shortName } }]),
        ],
      }),
    ],
  }
}

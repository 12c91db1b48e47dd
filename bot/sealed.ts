import {
  type AccountId,
  type Channel,
  type ChatId,
  DeliveryError,
  type Incoming,
  type Intake,
  type Outgoing,
} from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import type { Seal } from "../core/seal.ts"

/** The channel as the house sees it: accounts and private chats only under seal, in what comes in and in what goes out. */
export function sealed(channel: Channel, seal: Seal): Channel {
  const opened = (message: Outgoing): Outgoing => ({ ...message, chat: openedId(message.chat, seal) })
  const { whisper, sendPicture, sendDocument } = channel
  return {
    ...channel,
    start: async (intake) => await channel.start(sealedIntake(intake, seal)),
    send: async (message) => await channel.send(opened(message)),
    ...(whisper === undefined
      ? {}
      : { whisper: async (to: AccountId, message) => await whisper(openedId(to, seal), opened(message)) }),
    ...(sendPicture === undefined
      ? {}
      : { sendPicture: async (message, picture) => await sendPicture(opened(message), picture) }),
    ...(sendDocument === undefined
      ? {}
      : { sendDocument: async (message, document) => await sendDocument(opened(message), document) }),
  }
}

function openedId<Id extends string>(id: Id, seal: Seal): Id {
  try {
    return seal.openedId(id)
  } catch (cause) {
    const words = wordsOf(cause)
    throw new DeliveryError("rejected", words, { surelyNotSent: true })
  }
}

/** Groups are no persons: their ids stay as they are. */
function sealedIncoming(incoming: Incoming, seal: Seal): Incoming {
  const { chat, from } = incoming
  return {
    ...incoming,
    chat: chat.kind === "private" ? { ...chat, id: seal.id<ChatId>(chat.id) } : chat,
    ...(from === undefined ? {} : { from: { ...from, account: seal.id<AccountId>(from.account) } }),
  }
}

function sealedIntake(intake: Intake, seal: Seal): Intake {
  return {
    ...intake,
    receive: async (batch) => await intake.receive(batch.map((incoming) => sealedIncoming(incoming, seal))),
    keep: async (bot, updateKey, raw) =>
      await intake.keep(bot, updateKey, { sealed: seal.text(JSON.stringify(raw)) }),
    unfinished: async (bot) =>
      (await intake.unfinished(bot)).map(({ updateKey, raw }) => ({ updateKey, raw: openedRaw(raw, seal) })),
  }
}

/** What was kept before there was a key lies open. */
function openedRaw(raw: unknown, seal: Seal): unknown {
  const isSealed =
    typeof raw === "object" && raw !== null && "sealed" in raw && typeof raw.sealed === "string"
  return isSealed ? JSON.parse(seal.openedText(raw.sealed as string)) : raw
}

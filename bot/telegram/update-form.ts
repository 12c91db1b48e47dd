import { z } from "zod"

// What the Bot API sends. Only what is used is named, and only what cannot be missed is required: the Bot API adds fields and kinds
// every few weeks, and a field of a new form must not cost us the message.

export const updateForm = z.object({
  update_id: z.int(),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
})

export const userForm = z.object({
  id: z.int(),
  is_bot: z.boolean().optional().catch(undefined),
  first_name: z.string().optional().catch(undefined),
  last_name: z.string().optional().catch(undefined),
  username: z.string().optional().catch(undefined),
})

export const chatForm = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().optional().catch(undefined),
})

const entitiesForm = z
  .array(
    z.object({
      type: z.string(),
      offset: z.int(),
      length: z.int(),
      user: z.object({ id: z.int() }).optional().catch(undefined),
    }),
  )
  .optional()
  .catch(undefined)

export const placeForm = {
  message_id: z.int(),
  chat: chatForm,
  message_thread_id: z.int().optional().catch(undefined),
  is_topic_message: z.boolean().optional().catch(undefined),
}

/** Kinds of content that carry no words of their own; everything else without text is a service message. */
export const WORDLESS_KINDS = [
  "sticker",
  "photo",
  "voice",
  "video",
  "video_note",
  "audio",
  "document",
  "animation",
  "live_photo",
  "location",
  "venue",
  "contact",
  "poll",
  "dice",
  "story",
  "game",
  "paid_media",
  "checklist",
  "rich_message",
] as const

export const photoForm = z.array(
  z.object({
    file_id: z.string(),
    width: z.int().optional().catch(undefined),
    file_size: z.int().optional().catch(undefined),
  }),
)
export const documentForm = z.object({
  file_id: z.string(),
  file_name: z.string().optional().catch(undefined),
  file_size: z.int().optional().catch(undefined),
})

export const messageForm = z.object({
  media_group_id: z.string().optional().catch(undefined),
  ...placeForm,
  from: userForm.optional().catch(undefined),
  sender_chat: z.unknown().optional(),
  is_automatic_forward: z.unknown().optional(),
  forward_origin: z
    .object({
      type: z.string(),
      sender_user: userForm.optional().catch(undefined),
      sender_user_name: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  reply_to_message: z
    .object({ message_id: z.int(), from: z.object({ id: z.int() }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  text: z.string().optional(),
  entities: entitiesForm,
  caption: z.string().optional(),
  caption_entities: entitiesForm,
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.unknown().optional(),
  ...(Object.fromEntries(WORDLESS_KINDS.map((kind) => [kind, z.unknown().optional()])) as Record<
    (typeof WORDLESS_KINDS)[number],
    z.ZodOptional<z.ZodUnknown>
  >),
})
export type Message = z.infer<typeof messageForm>

export const pressForm = z.object({
  id: z.string(),
  from: userForm,
  message: z.object(placeForm).optional().catch(undefined),
  data: z.string().optional().catch(undefined),
})

export const memberForm = z.object({
  status: z.string(),
  is_member: z.boolean().optional().catch(undefined),
})

export const membershipForm = z.object({
  chat: chatForm,
  from: userForm.optional().catch(undefined),
  old_chat_member: memberForm,
  new_chat_member: memberForm,
})

export const numberForm = z.object({ update_id: z.int() })

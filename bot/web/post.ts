import { randomUUID } from "node:crypto"
import { z } from "zod"

/**
 * What the page posts: one of `text`, `sticker` and `press`. `clientId` is chosen by the page and stays the same when a
 * post is repeated; without one a repeat counts as a new message.
 */
export const webPost = z
  .object(
    {
      clientId: z.uuid({ error: "clientId phải là một UUID" }).default(() => randomUUID()),
      person: z.string({ error: "thiếu person" }),
      room: z.string({ error: "thiếu room" }),
      // Longer than any platform's messages on purpose: what is too long for the bot can be tried here.
      text: z
        .string({ error: "text phải là chữ" })
        .max(20_000, { error: "tin dài quá 20.000 ký tự" })
        .regex(/\S/u, { error: "tin trống" })
        .optional(),
      sticker: z.literal("👍", { error: "không có nhãn dán này" }).optional(),
      press: z
        .object(
          {
            ask: z.string({ error: "thiếu press.ask" }),
            option: z.int({ error: "press.option phải là số" }).min(1, { error: "press.option phải từ 1" }),
          },
          { error: "press phải có ask và option" },
        )
        .optional(),
      replyTo: z.string({ error: "replyTo phải là mã một tin" }).optional(),
    },
    { error: "cần một đối tượng JSON" },
  )
  .refine(
    ({ text, sticker, press }) => [text, sticker, press].filter((part) => part !== undefined).length === 1,
    {
      error: "cần đúng một trong text, sticker, press",
    },
  )

/** A valid post. */
export type WebPost = z.infer<typeof webPost>

/** What the page sends beside a file's bytes. */
export const webUpload = z.object({
  clientId: z.uuid({ error: "clientId phải là một UUID" }).default(() => randomUUID()),
  person: z.string({ error: "thiếu person" }),
  room: z.string({ error: "thiếu room" }),
  name: z
    .string({ error: "thiếu name" })
    .min(1, { error: "thiếu name" })
    .max(200, { error: "tên tệp dài quá" }),
  text: z.string().max(1_000, { error: "chú thích dài quá 1.000 ký tự" }).optional(),
  replyTo: z.string({ error: "replyTo phải là mã một tin" }).optional(),
  /** The same for all files that were chosen together. */
  album: z.uuid({ error: "album phải là một UUID" }).optional(),
})
/** A valid upload, without the bytes. */
export type WebUpload = z.infer<typeof webUpload>

/** What became of a post. A store that is down makes `post` reject instead. */
export type WebPosted =
  | { readonly kind: "accepted"; readonly id: string; readonly toast?: string }
  | { readonly kind: "refused"; readonly status: 403 | 404 | 409; readonly why: string }

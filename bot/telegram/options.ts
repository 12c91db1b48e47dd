import type { Log } from "../../core/log.ts"
import type { Sleep } from "../retry.ts"

/** One line of Telegram's menu: 1–32 of a–z 0–9 _, without the slash, and up to 256 characters about it. */
type MenuCommand = { readonly command: string; readonly description: string }

/** What `createTelegramChannel` is made from. */
export type TelegramOptions = {
  /** From @BotFather: "<digits>:<secret>". */
  readonly token: string
  /** Default "https://api.telegram.org"; another for a proxy, a local server or the double. */
  readonly apiRoot?: string
  /** `publicUrl` without the webhook's path; `secret` is 1–256 of A–Z a–z 0–9 _ -. */
  readonly mode:
    | { readonly kind: "polling" }
    | { readonly kind: "webhook"; readonly publicUrl: string; readonly secret: string }
  readonly log: Log
  /** The menus people see; anybody can still type any command. Default: menus are left as they are. */
  readonly commands?: { readonly private: readonly MenuCommand[]; readonly group: readonly MenuCommand[] }
  /** How long Telegram holds a poll open when there is nothing; default 30. */
  readonly pollTimeoutSeconds?: number
  /** How long any other call may take; a message that took longer may still arrive. Default 30. */
  readonly callTimeoutSeconds?: number
  /** For tests; default a real timer. */
  readonly sleep?: Sleep
}

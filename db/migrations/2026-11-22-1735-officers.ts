// A role can be handed over by a code, and the last post of a group is found at once. The running version survives it: it
// makes no code that hands over, and takes one for an ordinary invitation.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table invitation add column hands_over uuid references role_grant (id)`,
  `comment on column invitation.hands_over is 'the grant that ends when this code is claimed'`,
  `create index role_grant_unit on role_grant (unit_id) where withdrawn_at is null`,
  `create index outbox_posted on outbox (chat_id, sent_at) where kind = 'post' and state = 'sent'`,
  `create index officer_action_unit on officer_action (unit_id, id)`,
]

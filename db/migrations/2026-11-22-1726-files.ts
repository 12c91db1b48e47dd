// Files people sent: those that wait to be fetched, and what is kept of them as evidence for an initiative. The running
// version survives it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table waiting_file (
    id uuid primary key,
    bot_id text not null,
    chat_id text not null,
    account_id text not null,
    incoming jsonb not null,
    album text,
    attempts integer not null default 0,
    due_at timestamptz not null,
    came_at timestamptz not null
  )`,
  `comment on column waiting_file.incoming is 'file, purpose and the message it came with'`,
  `create index waiting_file_due on waiting_file (due_at)`,

  `create table attachment (
    initiative_id uuid not null references initiative (id),
    hash text not null,
    name text not null,
    content_type text not null,
    bytes integer not null,
    added_by uuid references person (id),
    added_at timestamptz not null,
    primary key (initiative_id, hash)
  )`,
  `comment on column attachment.hash is 'its bytes are DATA_DIR/files/<first two letters>/<hash>'`,
  `create index attachment_hash on attachment (hash)`,
  `create index outbox_message on outbox (chat_id, message_ref) where message_ref is not null`,
  `create index attachment_by on attachment (added_by)`,
]

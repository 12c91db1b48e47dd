// The log of actions becomes one that only grows: each row carries the hash of the one before it. The running version
// survives it: whoever inserts needs to know nothing of it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What was done by the operator's tool has nobody behind it that the house knows.
  `alter table officer_action alter column person_id drop not null`,
  `alter table officer_action add column channel text`,
  `alter table officer_action add column previous text`,
  `alter table officer_action add column hash text`,
  `comment on table officer_action is 'append-only, never with names or free text: nothing can be erased here'`,
  `comment on column officer_action.channel is 'where from: telegram, zalo, web, or cli'`,
  `comment on column officer_action.hash is 'SHA-256 of the row and of the hash before it'`,

  `create function officer_action_hash(entry officer_action) returns text language sql immutable as $$
    select encode(sha256(convert_to(concat_ws(E'\\n', entry.previous, entry.id, extract(epoch from entry.at),
      coalesce(entry.person_id::text, '-'), coalesce(entry.unit_id::text, '-'), entry.action,
      coalesce(entry.channel, '-'), entry.subject), 'UTF8')), 'hex')
  $$`,

  // Words that people wrote may hold names, and stand with the initiative's own events.
  `update officer_action set subject = subject - 'reason'`,
  `do $$
    declare
      entry officer_action;
      last text := '';
    begin
      for entry in select * from officer_action order by id loop
        entry.previous := last;
        last := officer_action_hash(entry);
        update officer_action set previous = entry.previous, hash = last where id = entry.id;
      end loop;
    end
  $$`,
  `alter table officer_action alter column previous set not null, alter column hash set not null`,

  // One after the other, in the order of their ids: the lock is held until the commit.
  `create function officer_action_append() returns trigger language plpgsql as $$
    declare
      last officer_action;
    begin
      perform pg_advisory_xact_lock(hashtextextended('officer_action', 0));
      select * into last from officer_action order by id desc limit 1;
      new.id := coalesce(last.id, 0) + 1;
      new.previous := coalesce(last.hash, '');
      new.hash := officer_action_hash(new);
      return new;
    end
  $$`,
  `create trigger officer_action_append before insert on officer_action
    for each row execute function officer_action_append()`,
  `create function officer_action_stays() returns trigger language plpgsql as $$
    begin
      raise exception 'officer_action only grows: rows are neither changed nor removed';
    end
  $$`,
  `create trigger officer_action_stays before update or delete or truncate on officer_action
    for each statement execute function officer_action_stays()`,
]

// Similar work, co-authors, search and spread. Additive: the version before runs on with it; what it registers meanwhile is
// indexed by the next minute of a worker of this version.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Derived from titles, so without a foreign key: a pair that points at a changed title is told by looking at the title.
  `create table title_pair (
    pair integer not null,
    number bigint not null,
    primary key (pair, number)
  )`,
  `comment on table title_pair is 'which initiatives have two words side by side; campaign and words are hashed into pair'`,

  `alter table initiative
    add column confidential boolean not null default false,
    add column words integer[],
    add column indexed boolean not null default false`,
  `comment on column initiative.words is 'hashes of the words it is found by; none of the description when confidential'`,
  `comment on column initiative.indexed is 'false: words and title_pair are still to be made from title and description'`,
  `create index initiative_words on initiative using gin (words)`,
  `create index initiative_unindexed on initiative (number) where not indexed`,

  `create table co_author (
    id uuid primary key,
    initiative_id uuid not null references initiative (id),
    person_id uuid references person (id),
    name text not null,
    share numeric(4, 1) check (share > 0 and share < 100),
    state text not null check (state in ('wants', 'named', 'accepted', 'declined', 'withdrawn')),
    entered_by uuid not null references person (id),
    chat_id text not null,
    bot_id text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `comment on column co_author.person_id is 'null: somebody without an account here'`,
  `comment on column co_author.state is 'wants: the author has to agree; named: the co-author has to'`,
  `comment on column co_author.share is 'in percent; the main author has what is left of 100'`,
  `comment on column co_author.chat_id is 'where whoever asked is answered'`,
  `create unique index co_author_standing on co_author (initiative_id, person_id)
    where state in ('wants', 'named', 'accepted')`,
  `create index co_author_initiative on co_author (initiative_id)`,
  `create index co_author_person on co_author (person_id) where state in ('wants', 'named', 'accepted')`,

  `create table adoption (
    initiative_id uuid not null references initiative (id),
    unit_id uuid not null references unit (id),
    person_id uuid not null references person (id),
    at timestamptz not null,
    primary key (initiative_id, unit_id)
  )`,
  `comment on table adoption is 'units that use what another unit invented'`,
]

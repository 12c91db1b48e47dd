import { sql } from "kysely"
import type { LocalDate } from "../../core/clock.ts"
import type { Step } from "../../core/conversations.ts"
import { fold } from "../../core/text/fold.ts"
import { indexOf } from "../ideas/ideas.ts"
import { addToDays, addToMonths, addToTotals, statedUnconverted, statedVnd } from "../tally/counter.ts"
import type { Part } from "./part.ts"

/** A new initiative and its receipt, in the place of its step. */
export function registerRow(
  entry: NonNullable<Step["decision"]["register"]>[number],
  place: number,
  nth: number,
) {
  const { initiative, receipt, behind = 0 } = entry
  return {
    place,
    nth,
    behind,
    id: initiative.id,
    federation_id: initiative.federationId,
    campaign_id: initiative.campaignId,
    unit_id: initiative.unitId,
    title: initiative.title,
    title_key: fold(initiative.title),
    original_text: initiative.originalText,
    description: initiative.description ?? null,
    sector: initiative.sector ?? null,
    benefit: initiative.benefit ?? null,
    author_id: initiative.authorId ?? null,
    author_name: initiative.authorName,
    submitter_id: initiative.submitterId,
    phase_from: initiative.countedFrom,
    ...indexOf(initiative),
    confidential: initiative.confidential === true,
    first_applied_on: initiative.firstAppliedOn ?? null,
    co_authors: initiative.coAuthors?.map(({ id, personId, name, share, state }) => ({
      id,
      name,
      state,
      person_id: personId,
      share: share / 10,
    })),
    chat_id: receipt.chat,
    bot_id: receipt.bot,
    content: receipt.content,
    due_ms: receipt.dueAt,
  }
}

/**
 * Parts that write new initiatives with their events and counters, and make their receipts. Behind the parts `claimed` and
 * `talked`: no rollback gives a number back, so what cannot be stored should fail there, before it has one.
 */
export function registering(rows: readonly object[], at: string, today: LocalDate): Part {
  return sql`
    entry as materialized (
      select r.*, nextval('initiative_number') as number, (r.benefit ->> 'amount')::numeric as benefit_amount,
        r.benefit ->> 'currency' as benefit_currency
      from (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
          place integer, nth integer, behind integer, id uuid, federation_id uuid, campaign_id uuid, unit_id uuid, title text, title_key text,
          original_text text, description text, sector text, benefit jsonb, author_id uuid, author_name text,
          submitter_id uuid, phase_from date, words integer[], confidential boolean, first_applied_on date,
          co_authors jsonb, chat_id text, bot_id text, content jsonb, due_ms double precision)
        where (select count(*) from claimed) + (select count(*) from talked) > 0
        order by place, nth
      ) as r
    ),
    written as (
      insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, original_text,
        description, sector, benefit_raw, benefit_amount, benefit_amount_max, benefit_currency, benefit_period,
        benefit_qualifier, author_id, author_name, submitter_id, registered_at, created_at, words, indexed,
        confidential, first_applied_on)
      select id, number, federation_id, campaign_id, unit_id, 'registered', title, title_key, original_text, description,
        sector, benefit ->> 'raw', (benefit ->> 'amount')::numeric, (benefit ->> 'amountMax')::numeric,
        benefit ->> 'currency', benefit ->> 'period', benefit ->> 'qualifier', author_id, author_name, submitter_id,
        ${at}, ${at}, words, true, confidential, first_applied_on
      from entry
    ),
    beside as (
      insert into co_author (id, initiative_id, person_id, name, share, state, entered_by, chat_id, bot_id, created_at, changed_at)
      select c.id, entry.id, c.person_id, c.name, c.share, c.state, submitter_id, chat_id, bot_id, ${at}, ${at}
      from entry cross join lateral jsonb_to_recordset(co_authors)
        as c (id uuid, person_id uuid, name text, share numeric, state text)
    ),
    happened as (
      insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, actor_id, created_at,
        registered, benefit_vnd, benefit_unconverted)
      select id, campaign_id, unit_id, 'registered', ${at}, submitter_id, ${at},
        1, ${statedVnd("entry")}, ${statedUnconverted("entry")}
      from entry
    ),
    delta as (
      select campaign_id, unit_id, ${today}::date as day, 1 as registered, 0 as recognized, 0 as on_portal,
        ${statedVnd("entry")} as benefit_vnd, ${statedUnconverted("entry")} as benefit_unconverted
      from entry
    ),
    counted as (${addToDays(sql`delta`)} returning campaign_id, unit_id, registered),
    -- Nothing reads these, so they run after all else and in this order, as everywhere: days, months, totals.
    counted_in_month as (${addToMonths(sql`delta`)}),
    counted_in_all as (${addToTotals(sql`delta`)}),
    receipt as (
      select entry.place, entry.nth, entry.behind, entry.chat_id, entry.bot_id, entry.due_ms,
        jsonb_set(jsonb_set(entry.content, '{receipt,number}', to_jsonb(entry.number)), '{receipt,registered}', to_jsonb(
          coalesce((
            select sum(day.registered) from unit_day as day
            where day.campaign_id = entry.campaign_id and day.unit_id = entry.unit_id
              and day.day >= entry.phase_from and day.day <> ${today}::date
          ), 0)
          + counted.registered - count(*) over later + 1)) as content
      from entry join counted using (campaign_id, unit_id)
      window later as (partition by entry.campaign_id, entry.unit_id order by entry.number desc)
    )`
}

/** What is said to others about new initiatives, which have their codes only now. */
export function telling(rows: readonly object[]): Part {
  return sql`
    told as (
      select place, nth, chat, bot, kind, coded.content, "dueAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
        place integer, nth integer, chat text, bot text, kind text, content jsonb, "dueAt" double precision)
      cross join lateral (
        select jsonb_build_object('phrases', jsonb_agg(
          case when entry.id is null then phrase else jsonb_set(phrase, '{args,code}',
            to_jsonb('SK-' || lpad(entry.number::text, greatest(6, length(entry.number::text)), '0'))) end order by line)) as content
        from jsonb_array_elements(t.content -> 'phrases') with ordinality as said(phrase, line)
        left join entry on entry.id::text = phrase -> 'args' ->> 'initiative'
      ) as coded
    )`
}

import { type Kysely, sql } from "kysely"
import type { PersonalData } from "../../core/people/personal-data.ts"
import type { Database } from "../schema.ts"

/** Everything kept about a person, in one statement; undefined when there is none or when they were erased. */
export async function personalData(
  db: Kysely<Database>,
  personId: string,
): Promise<PersonalData | undefined> {
  const { rows } = await sql<{ data: PersonalData }>`
    select jsonb_strip_nulls(jsonb_build_object('name', person.name, 'since', ${ms("person.created_at")},
        'unit', case when unit.id is not null then jsonb_build_object('code', unit.code, 'name', unit.name) end))
      || jsonb_build_object(
      'accounts', ${list(sql`
        select jsonb_build_object('id', id, 'name', name, 'since', ${ms("created_at")}) as item, created_at as nth
        from account where person_id = person.id`)},
      'consents', ${list(sql`
        select jsonb_build_object('purpose', purpose, 'version', version, 'granted', granted, 'at', ${ms("at")},
          'account', account_id, 'channel', channel) as item, id as nth
        from consent where person_id = person.id`)},
      'roles', ${list(sql`
        select jsonb_build_object('role', role, 'unit', u.name, 'since', ${ms("granted_at")},
          'until', ${ms("withdrawn_at")}) as item, granted_at as nth
        from role_grant join unit as u on u.id = role_grant.unit_id where person_id = person.id`)},
      'initiatives', ${list(sql`
        select jsonb_build_object('number', number, 'as', case when author_id = person.id then 'author' else 'submitter' end,
          'author', author_name, 'beside', ${list(sql`
            select jsonb_build_object('name', name, 'share', share) as item, co_author.created_at as nth
            from co_author where initiative_id = initiative.id and state = 'accepted'`)},
          'unit', u.name, 'status', status, 'title', title, 'description', description,
          'sector', sector, 'benefit', benefit_raw, 'original', original_text, 'registeredAt', ${ms("registered_at")},
          'recognizedAt', ${ms("recognized_at")}, 'onPortalAt', ${ms("on_portal_at")}) as item, number as nth
        from initiative join unit as u on u.id = initiative.unit_id
        where author_id = person.id or submitter_id = person.id and submitter_id is distinct from author_id`)},
      'coAuthored', ${list(sql`
        select jsonb_build_object('number', i.number, 'title', i.title, 'name', co.name, 'state', co.state,
          'share', co.share) as item, i.number as nth
        from co_author as co join initiative as i on i.id = co.initiative_id where co.person_id = person.id`)},
      'requests', ${list(sql`
        select jsonb_build_object('number', r.number, 'kind', r.kind, 'words', r.words, 'at', ${ms("r.received_at")},
          'due', r.due_on, 'answer', r.answer, 'closedAt', ${ms("r.closed_at")}) as item, r.number as nth
        from data_request as r where r.person_id = person.id`)},
      'dialogues', ${list(sql`
        select dialogue as item, conversation.updated_at as nth
        from account as a join conversation on conversation.account_id = a.id
        where a.person_id = person.id and jsonb_typeof(dialogue) = 'object'`)},
      'actions', ${list(sql`
        select jsonb_build_object('action', action, 'at', ${ms("at")}) as item, id as nth
        from officer_action where person_id = person.id`)}
    ) as data
    from person left join unit on unit.id = person.unit_id
    where person.id = ${personId} and person.erased_at is null`.execute(db)
  return rows[0]?.data
}

function ms(column: string) {
  return sql`floor(extract(epoch from ${sql.ref(column)}) * 1000)`
}

/** `items` has the columns `item` (jsonb) and `nth` (the order). */
function list(items: ReturnType<typeof sql>) {
  return sql`(select coalesce(jsonb_agg(item order by nth), '[]') from (${items}) as each)`
}

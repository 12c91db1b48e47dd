import { codeKey } from "../../core/campaign/unit.ts"
import { isoLocal, localDate } from "../../core/clock.ts"
import {
  CODE_BYTES,
  codeFromBytes,
  codeHash,
  INVITABLE_ROLES,
  invitationEnds,
} from "../../core/people/invitation.ts"
import { readArguments } from "./arguments.ts"
import { CliError } from "./errors.ts"
import type { World } from "./world.ts"

/** `invite`: makes a one-time code that gives a role at a unit and below; only its hash is stored. */
export async function invite(world: World, words: readonly string[]): Promise<void> {
  const usage = "invite --role admin|officer|support --unit CODE [--json]"
  const { options, flags } = readArguments(words, { usage, options: ["role", "unit"], flags: ["json"] })
  const role = INVITABLE_ROLES.find((known) => known === options.role)
  for (const option of ["role", "unit"] as const)
    if (options[option] === undefined) throw new CliError(`--${option} is missing. Usage: ${usage}`)
  if (role === undefined) {
    throw new CliError(
      `--role "${options.role}" is not one of ${INVITABLE_ROLES.join(", ")}. Usage: ${usage}`,
    )
  }
  const wanted = options.unit ?? ""
  const store = await world.store()
  const now = world.now()
  const units = await store.units(localDate(now, world.timeZone))
  const unit =
    units.find((one) => one.code === wanted) ?? units.find((one) => codeKey(one.code) === codeKey(wanted))
  if (unit === undefined) {
    throw new CliError(`There is no unit "${wanted}". See the codes with: units list`)
  }
  const code = codeFromBytes(world.randomBytes(CODE_BYTES))
  const expiresAt = invitationEnds(now)
  await store.addInvitation({
    codeHash: codeHash(code, (text) => world.sha256Hex(text)),
    role,
    unitId: unit.id,
    createdAt: now,
    expiresAt,
  })
  const expires = isoLocal(Math.floor(expiresAt / 1000) * 1000, world.timeZone)
  if (flags.json) {
    world.print(JSON.stringify({ code, role, unit: unit.code, expiresAt: expires }))
    return
  }
  world.print(`${code}`)
  world.print(
    `gives ${role} at ${unit.name} (${unit.code}), once, until ${expires}. To use it, write to the bot: mã ${code}`,
  )
}

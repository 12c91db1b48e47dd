import { execFile } from "node:child_process"
import { stat } from "node:fs/promises"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A user of the system, by number. */
export type UnixUser = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root; a system user of its own is what Debian's package makes too. */
export async function unprivilegedUser(): Promise<UnixUser> {
  const known = await lookUpUser("postgres")
  if (known !== undefined) return known
  await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(() => {})
  const made = (await lookUpUser("postgres")) ?? (await lookUpUser("nobody"))
  if (made !== undefined) return made
  throw new Error(
    "PostgreSQL does not run as root and no user to run it as could be made. Run as an ordinary user, or set DATABASE_URL.",
  )
}

async function lookUpUser(name: string): Promise<UnixUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Throws an `Error` that says what to do when the user cannot reach one of the paths. */
export async function checkReach(owner: UnixUser, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      // Of a folder what lies in it must be reachable too.
      const inside = (await stat(path)).isDirectory() ? `${path}/.` : path
      await run("ls", ["-d", inside], { uid: owner.uid, gid: owner.gid, cwd: "/" })
    } catch {
      throw new Error(
        `As root the embedded database runs as user ${owner.uid}, who cannot reach ${path}. Open it and the folders above it (chmod o+x), choose another DATA_DIR such as /var/lib/tro-ly-sang-kien, or set DATABASE_URL.`,
      )
    }
  }
}

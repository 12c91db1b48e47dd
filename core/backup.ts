/** What is in a backup file, as its head and its end say. */
export type BackupContents = {
  /** Epoch milliseconds of the snapshot. */
  readonly madeAt: number
  /** The schema it was made from: the names of the migrations that had run, in order. */
  readonly migrations: readonly string[]
  readonly rows: number
  readonly files: number
  /** The folders of `DATA_DIR` it speaks for, those of which it holds nothing included. */
  readonly folders: readonly string[]
}

/** What the operator's tool needs to save the house and to bring it back. Everything throws `BackupError`. */
export type Backups = {
  /** Writes one consistent moment of the store and the files of ours to `file`, which appears only when it is whole. */
  write(file: string): Promise<BackupContents>
  /** Reads the whole file and proves that nothing is missing or altered. Opens no store. */
  check(file: string): Promise<BackupContents>
  /**
   * Makes the store what it was when `file` was written: whole or not at all. Refuses while another process uses the store
   * and, without `force`, when the store holds anything; with `force` what it holds is gone.
   */
  restore(
    file: string,
    options: {
      readonly force: boolean
      /** Ids of people who were erased after the backup, as the journal of the machine knows them. */
      readonly erased?: readonly string[]
    },
  ): Promise<BackupContents>
}

/** A backup cannot be made or brought back; `message` says why and what to do, in one line. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "BackupError"
  }
}

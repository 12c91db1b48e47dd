// Hubot 14 comes without types, and the published ones describe Hubot 3. What the bot beside uses, from Hubot's sources.
declare module "hubot" {
  type Space = "global" | "users"

  export class Robot {
    /** `adapter` is asked for the adapter by `loadAdapter`; `httpd` starts a web server, which polling does not need. */
    constructor(adapter: { use(robot: Robot): Adapter }, httpd: boolean, name: string)
    readonly brain: { userForId(id: string, options: { readonly name: string; readonly room: string }): User }
    datastore: DataStore | null
    loadAdapter(): Promise<void>
    listen(matcher: (message: Message) => boolean, callback: (response: Response) => Promise<void>): void
    run(): Promise<void>
  }

  export class Adapter {
    constructor(robot: Robot)
    readonly robot: Robot
    send(envelope: Envelope, ...strings: string[]): Promise<void>
    run(): Promise<void>
    receive(message: Message): Promise<void>
    emit(event: "connected"): boolean
  }

  /** What is kept in a database; the two methods are the ones a store of one's own has to write. */
  export class DataStore {
    constructor(robot: Robot)
    _get(key: string, table: Space): Promise<unknown>
    _set(key: string, value: unknown, table: Space): Promise<unknown>
  }

  export class User {
    readonly id: string
    get(key: string): Promise<unknown>
    set(key: string, value: unknown): Promise<unknown>
  }

  export class Message {
    readonly user: User
  }

  export class TextMessage extends Message {
    constructor(user: User, text: string, id: string)
    readonly text: string
  }

  type Envelope = { readonly room: string }

  class Response {
    readonly message: Message
    send(...strings: string[]): Promise<void>
  }
}

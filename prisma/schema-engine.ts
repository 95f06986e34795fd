import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const schemaFolder = path.join(import.meta.dirname, 'schema')

/** Postgres's internal one-byte type "char", which the engine reads from the catalogue and wants as a character. */
const charOid = 18
const bpcharOid = 1042

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
interface RawResult {
  fields?: { dataTypeID: number }[]
}
interface Internals {
  performIO(query: unknown): Promise<RawResult>
  queryRaw(query: unknown): Promise<{ columnTypes: unknown[] }>
}

/**
 * What the pg adapter gets wrong for migrations: it cuts scripts at every semicolon, inside function bodies too (send
 * them whole: Postgres then runs them as one transaction), and it does not know the type "char" (present such columns
 * as characters).
 */
function mended<T extends Connection>(connection: T): T {
  connection.executeScript = async (script) => {
    await connection.underlyingDriver().query(script)
  }
  const inner = connection as unknown as Internals
  const performIO = inner.performIO.bind(connection)
  const queryRaw = inner.queryRaw.bind(connection)
  const charColumns = new WeakMap<object, boolean[]>()
  inner.performIO = async (query) => {
    const result = await performIO(query)
    charColumns.set(
      query as object,
      (result.fields ?? []).map((field) => field.dataTypeID === charOid),
    )
    for (const field of result.fields ?? []) if (field.dataTypeID === charOid) field.dataTypeID = bpcharOid
    return result
  }
  inner.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const chars = charColumns.get(query as object) ?? []
    result.columnTypes = result.columnTypes.map((type, i) => (chars[i] ? ColumnTypeEnum.Character : type))
    return result
  }
  return connection
}

/** Connection parts. Never a URL: the adapter's shadow database would then replay migrations into the real one. */
function parts(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    max: 2,
    idleTimeoutMillis: 200,
  }
}

async function administer(url: string, statement: string) {
  const client = new pg.Client(parts(url))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

class Factory extends PrismaPg {
  readonly url: string
  constructor(url: string) {
    super(parts(url))
    this.url = url
  }
  override async connect() {
    return mended(await super.connect())
  }
  /** The adapter's own version drops the shadow database while its pool still holds it. */
  override async connectToShadowDb() {
    const name = `shadow_${crypto.randomUUID().replaceAll('-', '')}`
    await administer(this.url, `CREATE DATABASE "${name}"`)
    const connection = mended(await new PrismaPg({ ...parts(this.url), database: name, max: 1 }).connect())
    const dispose = connection.dispose.bind(connection)
    connection.dispose = async () => {
      await dispose()
      await administer(this.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    }
    return connection
  }
}

let loaded = false
/** Once a process: the glue caches views of the first instance's memory. */
function load() {
  if (loaded) return
  loaded = true
  const require = createRequire(import.meta.url)
  const bytes = readFileSync(
    path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')), 'schema_engine_bg.wasm'),
  )
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error('schema engine:', message) },
  })
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

/** Prisma's own schema engine as WebAssembly over the pg driver: no native binary. It keeps the event loop up for 10 s. */
export async function schemaEngine(url: string) {
  load()
  const names = readdirSync(schemaFolder).filter((name) => name.endsWith('.prisma'))
  const schema = names
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(schemaFolder, name), 'utf8') }))
  const adapter = bindMigrationAwareSqlAdapterFactory(new Factory(url))
  const engine = await glue.SchemaEngine.new(
    { datamodels: schema.map((file) => [file.path, file.content]) },
    () => {},
    adapter,
  )
  return { engine, schema }
}

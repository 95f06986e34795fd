// npm run migrate -- deploy          apply prisma/migrations to $DATABASE_URL
// npm run migrate -- create <name>   write the next migration: from the migrations so far to prisma/schema
// npm run migrate -- check           exit 1 where prisma/schema and the migrations differ
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { schemaEngine } from './schema-engine.ts'

const folder = path.join(import.meta.dirname, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

function migrations() {
  const lock = path.join(folder, 'migration_lock.toml')
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : []
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/** Applies what is missing; returns the names applied. The table is Prisma's own, so its command line works on it too. */
export async function deploy(url: string): Promise<string[]> {
  const { engine } = await schemaEngine(url)
  return (await engine.applyMigrations({ migrationsList: migrations(), filters })).appliedMigrationNames
}

/** Writes the next migration; null where nothing changed. */
export async function create(url: string, name: string): Promise<string | null> {
  const { engine, schema } = await schemaEngine(url)
  const list = migrations()
  const { stdout } = await engine.diff({
    from: list.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...list },
    to: { tag: 'schemaDatamodel', files: schema },
    script: true,
    exitCode: null,
    filters,
  })
  if (!stdout?.trim() || /empty migration/i.test(stdout)) return null
  const directory = path.join(folder, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`)
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, 'migration.sql'), stdout)
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return directory
}

/** What differs between the migrations and prisma/schema, or null. */
export async function drift(url: string): Promise<string | null> {
  const { engine, schema } = await schemaEngine(url)
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrations() },
    to: { tag: 'schemaDatamodel', files: schema },
    script: false,
    exitCode: true,
    filters,
  })
  return exitCode === 0 ? null : (stdout ?? 'The schema and the migrations differ.')
}

async function main([command, name]: string[]): Promise<number> {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set.')
  if (command === 'deploy') {
    const applied = await deploy(url)
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  } else if (command === 'create' && name) {
    console.log((await create(url, name)) ?? 'Nothing has changed.')
  } else if (command === 'check') {
    const difference = await drift(url)
    if (difference) {
      console.error(difference)
      return 1
    }
    console.log('The schema and the migrations agree.')
  } else {
    console.error('Usage: migrate deploy | create <name> | check')
    return 2
  }
  return 0
}

if (import.meta.main) {
  try {
    process.exit(await main(process.argv.slice(2)))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

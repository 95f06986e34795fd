import fs from 'node:fs'
import path from 'node:path'
import { runScript } from './run-script.ts'
import { contentOf, oncePerContent } from './stamp.ts'

const SOURCES = ['app', 'components', 'grader', 'lib', 'public', 'prisma/schema', 'proxy.ts']
const TOOLS = ['next.config.js', 'postcss.config.mjs', 'package-lock.json', 'tsconfig.json']
const NOT_BUILT = /\.test\.tsx?$|^lib\/(start|bench|worker|db\/generated)\//

interface Place {
  root: string
  logs: string
  signal?: AbortSignal | undefined
}

/** The Prisma client, written anew when the schema has changed or the client is gone. */
export function generateClient({ root, logs, signal }: Place): Promise<boolean> {
  const content = contentOf(root, ['prisma/schema', 'prisma/generate.mjs', 'package-lock.json'])
  return oncePerContent(path.join(root, 'lib/db/generated/.stamp'), content, async () => {
    await runScript({ root, args: ['prisma/generate.mjs'], log: path.join(logs, 'generate.log'), signal })
  })
}

/** The production build of the pages; false when the last one is of the same content. */
export function buildPages({ root, logs, signal }: Place): Promise<boolean> {
  const content = contentOf(root, [...SOURCES, ...TOOLS], NOT_BUILT)
  const stamp = path.join(root, '.next/referee-content')
  if (!fs.existsSync(path.join(root, '.next/BUILD_ID'))) fs.rmSync(stamp, { force: true })
  return oncePerContent(stamp, content, async () => {
    fs.rmSync(stamp, { force: true }) // a build that is interrupted leaves nothing that can be served
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
    const args = ['node_modules/next/dist/bin/next', 'build']
    await runScript({ root, args, env, log: path.join(logs, 'build.log'), signal })
  })
}

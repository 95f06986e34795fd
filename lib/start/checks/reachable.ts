import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import rules from '../../../.dependency-cruiser.mjs'

interface Reach {
  name: string
  from: RegExp
  never: RegExp
}

/** What no chain of run-time imports may lead to, however long. Imports of types are erased and lead nowhere. */
export const REACHES: readonly Reach[] = [
  { name: 'app-never-reaches-tfjs', from: /^app\/|^proxy\.ts$/, never: /node_modules\/(@tensorflow\/|webgpu\/)/ },
  {
    name: 'components-never-reach-the-server',
    from: /^components\/(?!.*\.test\.tsx?$)/,
    never: /^lib\/|node_modules\/(@prisma\/|pg\/|pg-boss\/|next-auth\/)/,
  },
]

/** Every forbidden reach in the house at `root`, each as the chain of imports that makes it. */
export async function forbiddenReaches(root: string): Promise<string[]> {
  const imports = await runTimeImports(root)
  return REACHES.flatMap(({ name, from, never }) =>
    [...imports.keys()]
      .filter((file) => from.test(file))
      .flatMap((file) => {
        const chain = chainTo(file, never, imports)
        return chain ? [`${name}: ${chain.join(' → ')}`] : []
      }),
  )
}

async function runTimeImports(root: string): Promise<Map<string, string[]>> {
  const rooms = ['app', 'components', 'grader', 'lib']
  const { output } = await cruise(rooms, { ...rules.options, baseDir: root })
  const { modules } = output as ICruiseResult
  return new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies.filter((found) => !found.dependencyTypes.includes('type-only')).map((found) => found.resolved),
    ]),
  )
}

/** The shortest way from a file to something that matches, or null. */
function chainTo(start: string, target: RegExp, imports: Map<string, string[]>): string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]])
  for (const file of cameFrom.keys()) {
    if (file !== start && target.test(file)) return wayTo(file, cameFrom)
    for (const next of imports.get(file) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, file)
  }
  return null
}

function wayTo(end: string, cameFrom: Map<string, string | null>): string[] {
  const way: string[] = []
  for (let at: string | null | undefined = end; at; at = cameFrom.get(at)) way.unshift(at)
  return way
}

if (import.meta.main) {
  const found = await forbiddenReaches(path.resolve(import.meta.dirname, '../../..'))
  for (const line of found) console.error(line)
  process.exit(found.length === 0 ? 0 : 1)
}

// The one direction of the house: grader ← lib ← app → components → grader/{language,answers}.
// A rule that must hold through any chain of imports lives in lib/start/checks/reachable.ts.
const code = { pathNot: '\\.test\\.tsx?$|/testing[/.]|/bench/' }
const typesOnly = { dependencyTypesNot: ['type-only'] }
const tfjs = 'node_modules/(@tensorflow/|webgpu/)'
const prisma = 'node_modules/(@prisma/|prisma/|\\.prisma/)|^lib/db/generated/'
const web = 'node_modules/(next|next-auth|react|react-dom|@base-ui)/'

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    never(
      'no-circular',
      'a circle has no lower layer (types alone may refer to each other)',
      {},
      { circular: true, viaOnly: typesOnly },
    ),
    never('resolvable', 'an import that leads nowhere', {}, { couldNotResolve: true, pathNot: '^(mdast|hast)$' }),
    never(
      'language-and-answers-are-pure',
      'they also run in the browser: nothing but themselves, no package, no I/O',
      { path: '^grader/(language|answers)/', ...code },
      { pathNot: '^grader/(language|answers)/' },
    ),
    never(
      'language-stands-alone',
      'the language knows no answer field',
      { path: '^grader/language/', ...code },
      { path: '^grader/answers/' },
    ),
    never(
      'question-and-operations-are-low',
      'the file format and the operations know the language alone',
      { path: '^grader/(question|operations)/', ...code },
      { path: '^grader/(backends|marking|audit|commands)/', ...typesOnly },
    ),
    never(
      'question-and-operations-do-no-io',
      'no files, no clock, no ambient randomness: same input, same output',
      {
        path: '^grader/(question|operations|marking|audit|receipt)/',
        pathNot: `${code.pathNot}|^grader/marking/formula/guard/`,
      },
      { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    ),
    never(
      'one-guard-has-a-thread',
      'formulas are judged where they can be stopped: a thread and nothing else',
      { path: '^grader/marking/formula/guard/', ...code },
      { dependencyTypes: ['core'], pathNot: '^(node:)?worker_threads$' },
    ),
    never(
      'tfjs-in-backends-only',
      'one place loads it; operations name its types only',
      { pathNot: '^grader/backends/' },
      { path: tfjs, ...typesOnly },
    ),
    never(
      'grader-knows-no-web-and-no-database',
      'the grader could be published as a package of its own',
      { path: '^grader/' },
      { path: `^(lib|app|components|prisma|e2e)/|${web}|${prisma}|node_modules/(pg|pg-boss)/` },
    ),
    never(
      'lib-below-the-pages',
      'a use case knows no page and no component',
      { path: '^(lib|prisma)/' },
      { path: '^(app|components|e2e)/' },
    ),
    never(
      'grader-runs-in-the-worker',
      'lib reads the language, answers and questions; it executes in lib/worker alone',
      { path: '^lib/', pathNot: `^lib/(worker|bench)/|${code.pathNot}` },
      { path: '^grader/', pathNot: '^grader/(language|answers|question)/', ...typesOnly },
    ),
    never(
      'prisma-in-lib-db-only',
      'one folder speaks to the database',
      { pathNot: '^(lib/db|prisma)/' },
      { path: prisma },
    ),
    never(
      'files-are-decoded-in-one-folder',
      'what reads hostile bytes runs in a process of its own',
      { pathNot: `^lib/uploads/darkroom/|${code.pathNot}` },
      { path: 'node_modules/(sharp|@hyzyla)/' },
    ),
    never(
      'nobody-loads-what-decodes-files',
      'the process is started by its address: the server itself never has a decoder in it',
      { pathNot: `^lib/uploads/darkroom/|${code.pathNot}` },
      { path: '^lib/uploads/darkroom/', pathNot: '^lib/uploads/darkroom/darkroom\\.ts$', ...typesOnly },
    ),
    never(
      'next-auth-in-lib-auth-only',
      'one folder knows how people sign in',
      { pathNot: '^lib/auth/' },
      { path: 'node_modules/next-auth/' },
    ),
    never(
      'components-take-props',
      'no data access: components, the language and the answer readers',
      { path: '^components/' },
      {
        path: `^(lib|app|prisma|e2e|grader)/|${prisma}|node_modules/(pg|pg-boss)/`,
        pathNot: '^grader/(language|answers)/',
      },
    ),
    never(
      'app-calls-use-cases',
      'a route reads and renders, or parses and calls lib',
      { path: '^(app/|proxy\\.ts)' },
      { path: `^(lib/(db|worker|start|bench)|grader|prisma|e2e)/|${prisma}|node_modules/(pg|pg-boss)/` },
    ),
    never(
      'no-dev-package-at-run-time',
      'what the product runs on is a dependency, not a devDependency',
      { path: '^(app|components|lib|grader|prisma)/', pathNot: `^lib/(start|bench)/|${code.pathNot}` },
      { dependencyTypes: ['npm-dev'], ...typesOnly },
    ),
  ],
  options: {
    // TypeScript 7 has no compiler API: with any other parser the tool would read no .ts file and pass everything.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|^lib/db/generated/' },
    exclude: { path: '\\.next/|\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}

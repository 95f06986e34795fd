// What no chain of run-time imports may lead to. Imports of types alone are erased and do not count here, so these
// rules need a run of their own, without the pre-compilation imports that the other rules look at.
import base from '../../../.dependency-cruiser.mjs'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'app-never-reaches-tfjs',
      comment: 'the web server grades nothing: that is a process of its own',
      severity: 'error',
      from: { path: '^(app/|proxy\\.ts)' },
      to: { path: 'node_modules/(@tensorflow/|webgpu/)', reachable: true },
    },
    {
      name: 'components-never-reach-the-server',
      comment: 'they run in the browser',
      severity: 'error',
      from: { path: '^components/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/|node_modules/(@prisma/|pg/|pg-boss/|next-auth/)', reachable: true },
    },
  ],
  options: { ...base.options, tsPreCompilationDeps: false },
}

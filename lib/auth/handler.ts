import * as nextAuthModule from 'next-auth'
import { authOptions } from './options.ts'

type NextAuth = typeof nextAuthModule.default
type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

function unwrap(imported: NextAuth | { default: NextAuth }): NextAuth {
  return 'default' in imported ? (imported.default as NextAuth) : imported
}

/** GET and POST under /api/auth. Settings are read at the first request, not while a build looks at the module. */
export const authHandler: Handler = (request, context) =>
  unwrap(nextAuthModule.default)(authOptions())(request, context)

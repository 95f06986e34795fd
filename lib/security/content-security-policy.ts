export interface PolicyOptions {
  /** React's development build evaluates code to rebuild server stacks; the production build never does. */
  development?: boolean
  /** The university's OpenID issuer: signing in posts a form that is redirected there. */
  issuer?: string | undefined
}

/** What names the scripts of one answer as its own: never the same twice. */
export const newNonce = () => crypto.randomUUID().replaceAll('-', '')

/**
 * The policy of one page. Scripts and style elements need the nonce; KaTeX places its boxes with style attributes,
 * so those alone are allowed inline.
 */
export function contentSecurityPolicy(nonce: string, { development = false, issuer }: PolicyOptions = {}): string {
  const signIn = originOf(issuer)
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src-elem': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'form-action': ["'self'", ...(signIn ? [signIn] : [])],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

function originOf(issuer: string | undefined): string | null {
  if (!issuer || !URL.canParse(issuer)) return null
  return new URL(issuer).origin
}

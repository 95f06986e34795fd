const base =
  'interface inline-flex min-h-9 items-center justify-center gap-2 rounded-xs px-4 py-1.5 text-center no-underline ' +
  'disabled:cursor-not-allowed disabled:opacity-60'

/** The one thing to do next on a page. */
export const primary = `${base} bg-accent font-semibold text-on-accent hover:bg-ink hover:text-paper`

/** Anything else one may do. */
export const secondary = `${base} border border-line text-ink hover:border-ink hover:bg-sheet`

/** A small control beside other matter: at least 24 pixels high and wide. */
export const quiet =
  'interface inline-flex min-h-7 min-w-7 items-center justify-center gap-1 rounded-xs border border-line px-2 text-fine ' +
  'text-ink hover:border-ink hover:bg-sheet disabled:cursor-not-allowed disabled:opacity-60'

/** A link or a button within text. */
export const link = 'text-accent underline decoration-1 underline-offset-3 hover:decoration-2'

/** How much of something is done: drawn, and said in words beside it. */
export function ShareBar({ done, all }: { done: number; all: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 2" preserveAspectRatio="none" className="my-1.5 block h-1.5 w-full">
      <rect width="100" height="2" className="fill-rule" />
      <rect width={(100 * done) / Math.max(1, all)} height="2" className="fill-accent" />
    </svg>
  )
}

/** How much of something is done: drawn, and said in words beside it. */
export function ShareBar({ done, all, name }: { done: number; all: number; name: string }) {
  return <progress className="h-2 w-full accent-accent" value={done} max={Math.max(1, all)} aria-label={name} />
}

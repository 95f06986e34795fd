/** The name with its sign: a turnstile, which says that what follows has been derived. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-lead font-semibold tracking-tight">
      <svg
        viewBox="0 0 20 20"
        className="size-5 text-accent"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
      >
        <path d="M3.5 2v16M3.5 10H18" />
      </svg>
      {name}
    </span>
  )
}

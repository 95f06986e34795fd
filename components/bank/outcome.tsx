import type { Said } from './use-action.ts'

/** What became of something that was done with questions; those with which it was not, with the reason. */
export function Outcome({ said, titles }: { said: Said | null; titles: ReadonlyMap<string, string> }) {
  return (
    <div role="status" className={`interface mt-2 empty:hidden ${said?.ok === false ? 'text-wrong' : 'text-soft'}`}>
      {said ? <p>{said.text}</p> : null}
      {said && said.refused.length > 0 ? (
        <ul className="mt-1 border-l-2 border-wrong pl-3">
          {said.refused.map(({ slug, why }) => (
            <li key={slug}>
              <span className="font-semibold break-words text-ink">{titles.get(slug) ?? slug}</span> {why}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

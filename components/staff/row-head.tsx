import { typed } from '../paper/typed.ts'

/** Whose row it is. On a phone the table scrolls beneath it, so that no number stands without its name. */
export function RowHead({ name, email }: { name: string; email: string }) {
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 min-w-36 max-w-36 bg-paper py-2.5 pr-3 font-normal wrap-anywhere sm:static sm:min-w-0 sm:max-w-none"
    >
      <bdi className={`block ${typed}`}>{name}</bdi>
      <span className="block text-fine text-soft">{email}</span>
    </th>
  )
}

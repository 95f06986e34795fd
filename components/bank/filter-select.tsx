import type { Select } from './filter-options.ts'

interface Props {
  select: Omit<Select, 'name'> & { name: string }
  /** what stands for no choice */
  any: string
  value: string | undefined
  /** without it the choice is a form's, sent by its name */
  onChange?: (value: string) => void
}

/** One thing to choose questions by. */
export function FilterSelect({ select, any, value = '', onChange }: Props) {
  const kept = onChange
    ? { value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
    : { name: select.name, defaultValue: value }
  return (
    <label className="flex max-w-full min-w-0 flex-col gap-1">
      <span className="eyebrow">{select.title}</span>
      <select className="ruled max-w-full sm:max-w-56" {...kept}>
        <option value="">{any}</option>
        {select.options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

'use client'
import { useMessages } from '../../messages/provider.tsx'
import { Field } from '../../site/field.tsx'
import type { Person } from './person.ts'

const roles = ['student', 'ta', 'instructor'] as const satisfies readonly Person['role'][]

/** What somebody is in a course. */
export function RoleSelect(props: { id: string; value: Person['role']; onChange: (role: Person['role']) => void }) {
  const { t } = useMessages()
  return (
    <Field id={props.id} name={t('people.role')}>
      <select
        id={props.id}
        className="ruled max-w-full"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as Person['role'])}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t('people.roleIs', { role })}
          </option>
        ))}
      </select>
    </Field>
  )
}

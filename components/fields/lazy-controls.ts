import { type ComponentType, lazy } from 'react'
import type { FieldKind } from '../../grader/answers/raw-answer.ts'
import { patient } from './patient.ts'
import type { ControlProps } from './props.ts'

type LazyKind = 'formula' | 'order' | 'layers'
type Controls = { [K in LazyKind]: ComponentType<ControlProps<K>> }

/** The larger controls come only to pages that have such a field. */
const load: { [K in LazyKind]: () => Promise<{ default: Controls[K] }> } = {
  formula: () => import('./formula/formula-field.tsx'),
  order: () => import('./order/order-field.tsx'),
  layers: () => import('./layers/layers-field.tsx'),
}

const late: Controls = {
  formula: lazy(patient(load.formula)),
  order: lazy(patient(load.order)),
  layers: lazy(patient(load.layers)),
}
const loaded: Partial<Controls> = {}

/** Loads the controls of these kinds ahead, so that their fields are drawn at once and nothing moves. */
export async function loadControls(kinds: ReadonlySet<FieldKind>): Promise<void> {
  const get = async <K extends LazyKind>(kind: K): Promise<void> => {
    if (kinds.has(kind)) loaded[kind] = (await load[kind]()).default as Partial<Controls>[K]
  }
  await Promise.all([get('formula'), get('order'), get('layers')])
}

/** The control, loaded ahead or on the way. */
export function controlOf<K extends LazyKind>(kind: K): Controls[K] {
  return (loaded[kind] ?? late[kind]) as Controls[K]
}

import type { Lowering } from '../lowering.ts'

/** What an expression needs to be compiled into: a program under construction. */
export type Emitter = Pick<Lowering, 'library' | 'named' | 'constant' | 'apply' | 'settle'>

import type { Namespace } from '../../messages/catalogue.ts'

/** What the interactive parts of the pages of groups say. */
export const groupsMessages: readonly Namespace[] = ['groups', 'staff', 'comments', 'verdict', 'fields', 'reviewing']

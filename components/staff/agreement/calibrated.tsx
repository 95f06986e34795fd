import type { Translate } from '../../messages/catalogue.ts'
import { Paper } from '../../paper/paper.tsx'
import { DataTable } from '../data-table.tsx'
import { short } from '../progress/seconds.ts'
import type { PartAgreement } from './agreement.ts'
import { KappaText } from './kappa-text.tsx'

/** How the reviewers of a part agree on its calibration set: by person, two by two, all at once, item by item. */
export function Calibrated({ part, t }: { part: PartAgreement; t: Translate }) {
  const { raters, pairs, all, items } = part.calibrated
  if (raters.length === 0) return null
  const name = t('agreement.calibrated')
  return (
    <div className="flex flex-col gap-6">
      <DataTable
        caption={name}
        columns={[
          { name: t('agreement.name') },
          { name: t('agreement.scored'), numeric: true },
          { name: t('agreement.mean'), numeric: true },
        ]}
        rows={raters.map(({ personId, name: who, scored, mean }) => ({
          key: personId,
          cells: [who, scored, short(mean)],
        }))}
      />
      {pairs.length > 0 ? (
        <DataTable
          caption={t('agreement.pair')}
          columns={[
            { name: t('agreement.pair') },
            { name: t('agreement.answers'), numeric: true },
            { name: t('agreement.samePoints') },
            { name: t('agreement.howFar') },
          ]}
          rows={[
            ...pairs.map(({ one, other, same, points }) => ({
              key: `${one}/${other}`,
              cells: [
                t('agreement.between', { one, other }),
                same.n,
                <KappaText key="same" kappa={same} t={t} />,
                <KappaText key="points" kappa={points} t={t} />,
              ],
            })),
            ...(all
              ? [
                  {
                    key: 'all',
                    cells: [t('agreement.everybody'), all.n, <KappaText key="all" kappa={all} t={t} />, ''],
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {items.length > 0 ? (
        <DataTable
          caption={t('agreement.item')}
          columns={[{ name: t('agreement.item') }, { name: t('agreement.ticked') }]}
          rows={items.map(({ id, agreement }) => ({
            key: id,
            cells: [
              <Paper key="item" nodes={part.items.find((item) => item.id === id)?.nodes ?? [id]} />,
              <KappaText key="ticked" kappa={agreement} t={t} />,
            ],
          }))}
        />
      ) : null}
    </div>
  )
}

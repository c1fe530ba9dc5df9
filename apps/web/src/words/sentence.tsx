import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';

interface SentenceProps {
  /** The feature whose words are used. */
  readonly of: string;
  readonly say: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Elements for the tags of the sentence: `<b>` needs none, `<a>` a link. */
  readonly parts?: Readonly<Record<string, ReactElement>>;
}

/** A sentence of the catalogue with bold words or links inside it. */
export function Sentence({ of, say, values, parts }: SentenceProps): ReactElement {
  const { t } = useTranslation(of);
  return (
    <Trans
      t={t}
      i18nKey={say}
      ns={of}
      values={{ ...values }}
      components={{ b: <b />, ...parts }}
      {...(typeof values?.count === 'number' && { count: values.count })}
    />
  );
}

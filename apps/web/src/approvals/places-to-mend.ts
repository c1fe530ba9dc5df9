interface Listed {
  readonly changed: readonly string[];
  readonly same: readonly string[];
  /** The fields of the whole form, as soon as it is known. */
  readonly form: readonly string[];
  /** Whether commitments were to be answered. */
  readonly promises: boolean;
}

/** The fields a return may point at: what changed first, then the rest of the form in its order. */
export function placesToMend({ changed, same, form, promises }: Listed): readonly string[] {
  const answers = promises ? ['commitmentAnswers'] : [];
  return [...new Set([...changed, ...form, ...same, ...answers])];
}

/** 明るい, 暗い, 高コントラスト, or what the device asks for. */
export const THEMES = ['light', 'dark', 'contrast', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** `theme.js`, which runs before this, reads it and is told of a change. */
const REMEMBERED = 'mawasu.theme';

/** What was chosen on this browser. */
export function chosenTheme(): Theme {
  const remembered = localStorage.getItem(REMEMBERED);
  return THEMES.find((one) => one === remembered) ?? 'light';
}

/** Shows every page in a theme and remembers it on this browser. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(REMEMBERED, theme);
  window.dispatchEvent(new Event(REMEMBERED));
}

// Names the theme of this browser before the first paint. A file of our own, so that no script stands in the page.
(() => {
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const bars = { light: '#ffffff', dark: '#1e1e1e', contrast: '#000000' };

  function chosen() {
    try {
      return localStorage.getItem('mawasu.theme') ?? 'light';
    } catch {
      return 'light';
    }
  }

  function show() {
    const wish = chosen();
    const own = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    const theme = wish === 'auto' ? own : wish in bars ? wish : 'light';
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', bars[theme]);
  }

  show();
  for (const media of [contrast, dark]) media.addEventListener('change', show);
  for (const news of ['storage', 'mawasu.theme']) window.addEventListener(news, show);
})();

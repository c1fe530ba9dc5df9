// Names the theme of this browser before the first paint, and brings its colours. A file of our own: no script stands in the page.
(() => {
  const root = document.documentElement;
  const asks = (what) => window.matchMedia(what);
  const contrast = asks('(prefers-contrast: more)');
  const dark = asks('(prefers-color-scheme: dark)');
  const forced = asks('(forced-colors: active)');
  const bars = { light: '#ffffff', dark: '#1e1e1e', contrast: '#000000' };
  let brought = false;

  function chosen() {
    try {
      return localStorage.getItem('mawasu.theme');
    } catch {
      return null;
    }
  }

  function bring() {
    if (brought) return;
    brought = true;
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = '/themes.css';
    // What is written while the page is read holds back the first paint; later there is a page already.
    if (document.readyState === 'loading') document.write(sheet.outerHTML);
    else document.head.append(sheet);
  }

  function show() {
    const wish = chosen();
    const own = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    const theme = wish === 'auto' ? own : wish !== null && wish in bars ? wish : 'light';
    root.dataset.theme = theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', bars[theme]);
    if (theme !== 'light' || forced.matches) bring();
  }

  show();
  for (const media of [contrast, dark, forced]) media.addEventListener('change', show);
  for (const news of ['storage', 'mawasu.theme']) window.addEventListener(news, show);
})();

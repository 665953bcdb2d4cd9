import { css } from '@emotion/css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useLocation } from 'react-router-dom';
import { createTheme, ThemeContext, type GrafanaTheme2 } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { Button, GlobalStyles, ModalsProvider, ModalRoot, PortalContainer, useStyles2 } from '@grafana/ui';
import { LocationRouter } from './host/LocationRouter.tsx';
import { LANGUAGES, otherLanguage, switchLanguage } from './host/language-choice.ts';
import { setSingletons } from './host/singletons.ts';
import { chosenTheme, switchTheme } from './host/theme-choice.ts';
import { initLanguage } from './host/translations.ts';
import { addressOf, chosenPage, PAGES } from './pages/pages.ts';
import './fonts.css';

/** Sets the host up and draws the page. */
export async function startWorkbench(): Promise<void> {
  await initLanguage();
  await initPluginTranslations('grafana');
  await setSingletons();
  const element = document.getElementById('workbench');
  if (element === null) throw new Error('The page has no element called workbench.');
  createRoot(element).render(
    <StrictMode>
      <Workbench />
    </StrictMode>,
  );
}

const theme = createTheme({ colors: { mode: chosenTheme() } });

function Workbench() {
  return (
    <LocationRouter>
      <LocationServiceProvider service={locationService}>
        <ThemeContext.Provider value={theme}>
          <ModalsProvider>
            <GlobalStyles />
            <Page />
            <ModalRoot />
            <PortalContainer />
          </ModalsProvider>
        </ThemeContext.Provider>
      </LocationServiceProvider>
    </LocationRouter>
  );
}

function Page() {
  const styles = useStyles2(getStyles);
  const page = chosenPage(useLocation());
  const phase = usePhase();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <img src="/public/plugins/driftline-model-app/img/logo.svg" alt="" width={28} height={28} />
        <h1 className={styles.title}>Driftline workbench</h1>
        <nav className={styles.pages}>
          {PAGES.map((entry) => (
            <a
              key={entry.id}
              href={addressOf(entry)}
              aria-current={entry === page ? 'page' : undefined}
              className={styles.link}
            >
              {entry.title}
            </a>
          ))}
        </nav>
        {phase !== undefined && <span className={styles.phase}>Traffic now: {phase}</span>}
        <div className={styles.choices}>
          <Button variant="secondary" fill="text" size="sm" onClick={switchLanguage}>
            {LANGUAGES[otherLanguage()]}
          </Button>
          <Button variant="secondary" fill="text" size="sm" onClick={switchTheme}>
            {theme.isDark ? 'Light theme' : 'Dark theme'}
          </Button>
        </div>
      </header>
      <main className={styles.main}>
        <page.Component />
      </main>
    </div>
  );
}

/** What the traffic player is doing, where the server knows it. */
function usePhase(): string | undefined {
  const [phase, setPhase] = useState<string>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const response = await fetch('/api/workbench/phase').catch(() => undefined);
      const answer = (await response?.json().catch(() => undefined)) as { phase?: string } | undefined;
      setPhase(answer?.phase);
    };
    void load();
    const timer = setInterval(() => void load(), 2000);
    return () => clearInterval(timer);
  }, []);
  return phase;
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ minHeight: '100vh', background: theme.colors.background.canvas, color: theme.colors.text.primary }),
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  title: css({ margin: 0, fontSize: theme.typography.h4.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  pages: css({ display: 'flex', gap: theme.spacing(0.5) }),
  link: css({
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
    '&[aria-current]': { color: theme.colors.text.maxContrast, background: theme.colors.action.selected },
  }),
  phase: css({
    padding: theme.spacing(0.25, 1),
    borderRadius: theme.shape.radius.pill,
    background: theme.colors.background.secondary,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  choices: css({ marginLeft: 'auto' }),
  main: css({ display: 'flex', flexDirection: 'column', padding: theme.spacing(2), minHeight: 'calc(100vh - 48px)' }),
});

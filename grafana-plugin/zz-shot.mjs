// usage: node shot.mjs path out [theme] [w] [h] [waitSelectorText]
import { chromium } from 'playwright-core';
const [,, path, out, theme='dark', w='1440', h='900', click] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const p = await b.newPage({ viewport: { width: +w, height: +h } });
p.on('console', m => { if (['error','warning'].includes(m.type())) console.log(m.type(), m.text().slice(0,400)); });
p.on('pageerror', e => console.log('PAGEERROR', e.message, (e.stack||'').slice(0,600)));
p.on('response', r => { if (r.status()>=400) console.log(r.status(), r.url()); });
let n=0; p.on('request', r=>{ if (r.url().includes('/api/ds/query')) n++; });
const port = process.env.PORT ?? '3310';
await p.goto(`http://127.0.0.1:${port}${path}${path.includes('?')?'&':'?'}theme=${theme}`);
await p.waitForTimeout(+(process.env.WAIT ?? 3500));
if (click) { for (const c of click.split('|')) { await p.locator(c).first().click(); await p.waitForTimeout(1500);} }
await p.screenshot({ path: out });
console.log(p.url(), 'ds queries', n);
await b.close();

/** In this order, as the later ones call themselves by the names of the earlier ones too. */
const BROWSERS = [
  ['Edge', /\bEdgA?\//u],
  ['Opera', /\bOPR\//u],
  ['Samsung Internet', /\bSamsungBrowser\//u],
  ['Firefox', /\b(?:Firefox|FxiOS)\//u],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//u],
  ['Safari', /\bSafari\//u],
] as const;
const SYSTEMS = [
  ['iPhone', /\biPhone\b/u],
  ['iPad', /\biPad\b/u],
  ['Android', /\bAndroid\b/u],
  ['Windows', /\bWindows\b/u],
  ['Mac', /\bMacintosh\b/u],
  ['Linux', /\bLinux\b/u],
] as const;

/** What people call a browser that calls itself at length: "Firefox · Windows"; as it calls itself where that is no browser we know, undefined for nothing. */
export function deviceName(userAgent: string): string | undefined {
  const named = [BROWSERS, SYSTEMS].map((names) => names.find(([, pattern]) => pattern.test(userAgent))?.[0]).filter((name) => name !== undefined);
  return named.length > 0 ? named.join(' · ') : userAgent || undefined;
}

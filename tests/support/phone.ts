import type { BrowserContextOptions } from '@playwright/test';

/** A phone as residents have: 360 × 740, touched. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** The room's projector. */
export const PROJECTOR: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };

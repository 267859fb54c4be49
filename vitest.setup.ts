import fc from 'fast-check';

/** The everyday run draws the same cases every time; the full run (`BIANXU_FULL=1`) draws new ones and prints its seed. */
if (process.env['BIANXU_FULL'] !== '1') fc.configureGlobal({ seed: 20261126 });

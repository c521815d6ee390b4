// Runs before the first paint, so that a chosen theme does not flash.
'use strict';
try {
  const theme = localStorage.getItem('gates-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch { /* a browser that forbids storage keeps to the system's theme */ }

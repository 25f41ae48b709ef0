/* stands in for the page runtime */ "use strict"; (() => { window.runtimeConfig = window.__live; delete window.__live; })();

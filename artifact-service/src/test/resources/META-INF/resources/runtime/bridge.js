/* stands in for the page runtime */ "use strict"; (() => { delete window.__live; })();

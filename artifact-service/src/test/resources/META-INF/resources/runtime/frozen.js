(() => { window.cowork = { frozen: window.__liveCopy }; })();

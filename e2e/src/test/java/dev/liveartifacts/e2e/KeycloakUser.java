package dev.liveartifacts.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody with a password at Keycloak, at its own screens. */
record KeycloakUser(String id, String username, String password, String name) {
  /** From the app's sign-in screen; Keycloak leads back to the place that was asked for. */
  void signsInFrom(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
    identifies(page);
  }

  void identifies(Page page) {
    page.locator("#username").fill(username);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
  }

  void consents(Page page) {
    identifies(page);
    Visit.button(page, "Yes").click();
  }
}

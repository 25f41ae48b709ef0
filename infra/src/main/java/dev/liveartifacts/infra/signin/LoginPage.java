package dev.liveartifacts.infra.signin;

import java.util.Locale;
import java.util.stream.Collectors;

/** One button per person, filled into the page's template. */
final class LoginPage {
  private static final String PLACE = "<!-- people -->";

  private LoginPage() {}

  static String render(String template) {
    return template.replace(
        PLACE, Person.all().stream().map(LoginPage::button).collect(Collectors.joining("\n")));
  }

  private static String button(Person person) {
    return """
    <li>
      <button name="username" value="%1$s" aria-label="%2$s" aria-describedby="about-%1$s">
        <span class="mark" aria-hidden="true">%3$s</span>
        <span class="who">
          <span class="name">%2$s</span>
          <span class="about" id="about-%1$s">%4$s · %5$s</span>
        </span>
      </button>
    </li>\
    """
        .formatted(
            person.id(),
            person.name(),
            initials(person),
            person.email(),
            String.join(", ", person.groups()));
  }

  private static String initials(Person person) {
    return person
        .name()
        .chars()
        .filter(Character::isUpperCase)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }
}

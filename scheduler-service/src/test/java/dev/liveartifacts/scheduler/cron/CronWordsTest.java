package dev.liveartifacts.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 7 * * 1-5        | Every weekday at 07:00",
        "0 7 * * MON-FRI    | Every weekday at 07:00",
        "0 7 * * *          | Every day at 07:00",
        "30 7,16 * * *      | Every day at 07:30 and 16:30",
        "0 7 * * 1          | Every Monday at 07:00",
        "0 7 * * 0          | Every Sunday at 07:00",
        "0 7 * * 7          | Every Sunday at 07:00",
        "0 9 * * 6,0        | Every Saturday and Sunday at 09:00",
        "0 7 1 * *          | On the 1st of every month at 07:00",
        "0 7 1,15 * *       | On the 1st and 15th of every month at 07:00",
        "0 7 1 1,7 *        | On the 1st of January and July at 07:00",
        "0 7 11 12 *        | On the 11th of December at 07:00",
        "0 7 22 * *         | On the 22nd of every month at 07:00",
        "0 7 L * *          | On the last day of every month at 07:00",
        "0 7 1,15,L * *     | On the 1st, 15th and last day of every month at 07:00",
        "0 7 1-31,L * *     | Every day at 07:00",
        "0 7 l 3 *          | On the last day of March at 07:00",
        "0 7 L * 5          | On the last day of every month and every Friday at 07:00",
        "0 7 1 * 1          | On the 1st of every month and every Monday at 07:00",
        "0 7 */2 * 1        | On the 1st, 3rd, 5th, 7th, 9th, 11th, 13th, 15th, 17th, 19th, 21st, 23rd, 25th, 27th, 29th and 31st of every month, if it is a Monday at 07:00",
        "0 7 * 3 *          | Every day in March at 07:00",
        "* * * * *          | Every minute",
        "*/15 * * * *       | Every 15 minutes",
        "*/15 * * * 1-5     | Every 15 minutes on weekdays",
        "*/15 8-17 * * 1-5  | Every 15 minutes from 08:00 to 17:45 on weekdays",
        "0 * * * *          | Every hour",
        "20 * * * *         | Every hour at 20 past",
        "20,40 * * * *      | Every hour at 20 and 40 past",
        "0 */2 * * *        | Every 2 hours",
        "30 */2 * * *       | Every 2 hours at 30 past",
        "0 8-18 * * 1-5     | Every hour from 08:00 to 18:00 on weekdays",
        "0 8-18 1 * *       | Every hour from 08:00 to 18:00 on the 1st of every month",
        "*/30 6,18 * * *    | Every day at 06:00, 06:30, 18:00 and 18:30",
        "*/5 6,18 * * *     | Every 5 minutes in the hours 06:00 and 18:00",
        "0 0 * * *          | Every day at 00:00",
      })
  void a_timetable_reads_as_a_person_would_say_it(String cron, String words) {
    assertThat(Timetable.read(cron, "UTC").inWords()).isEqualTo(words);
  }
}

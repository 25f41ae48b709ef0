package dev.liveartifacts.connector.work;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those who wait, in a queue for each person; people take turns. Not thread-safe. */
final class Waiting<T> {
  private final int most;
  private final Map<String, Deque<T>> queues = new LinkedHashMap<>();
  private int size;

  Waiting(int most) {
    this.most = most;
  }

  /**
   * Where all places are taken, the last one of whoever waits with most is given up for somebody
   * who waits with less.
   *
   * @return the one that was given up; null if none was
   */
  @Nullable T roomFor(String whose) {
    Map.@Nullable Entry<String, Deque<T>> richest = richest();
    if (size < most
        || richest == null
        || richest.getKey().equals(whose)
        || richest.getValue().size() <= of(whose) + 1) {
      return null;
    }
    size--;
    return richest.getValue().pollLast();
  }

  private int of(String whose) {
    Deque<T> queue = queues.get(whose);
    return queue == null ? 0 : queue.size();
  }

  private Map.@Nullable Entry<String, Deque<T>> richest() {
    return queues.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .orElse(null);
  }

  /** False if there is no room. */
  boolean add(String whose, T one) {
    if (size >= most) {
      return false;
    }
    size++;
    return queues.computeIfAbsent(whose, key -> new ArrayDeque<>()).add(one);
  }

  boolean remove(String whose, T one) {
    Deque<T> queue = queues.get(whose);
    if (queue == null || !queue.remove(one)) {
      return false;
    }
    size--;
    forgetEmpty(whose, queue);
    return true;
  }

  /** The first of the next person who may; that person comes last then. */
  @Nullable T next(Predicate<String> may) {
    Iterator<Map.Entry<String, Deque<T>>> people = queues.entrySet().iterator();
    while (people.hasNext()) {
      Map.Entry<String, Deque<T>> person = people.next();
      if (may.test(person.getKey())) {
        return taken(person.getKey(), person.getValue());
      }
    }
    return null;
  }

  private @Nullable T taken(String whose, Deque<T> queue) {
    T first = queue.poll();
    size--;
    queues.remove(whose);
    if (!queue.isEmpty()) {
      queues.put(whose, queue);
    }
    return first;
  }

  private void forgetEmpty(String whose, Deque<T> queue) {
    if (queue.isEmpty()) {
      queues.remove(whose);
    }
  }
}

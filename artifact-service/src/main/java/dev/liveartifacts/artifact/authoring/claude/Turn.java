package dev.liveartifacts.artifact.authoring.claude;

import com.anthropic.models.messages.MessageParam;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How one turn of Claude ended. */
public sealed interface Turn {
  Spent spent();

  /** Claude wants tools to be used, and goes on with what they say. */
  record Uses(MessageParam said, List<Use> uses, Spent spent) implements Turn {
    public Uses {
      uses = List.copyOf(uses);
    }
  }

  /** Claude is at an end, and has said something. */
  record Ended(MessageParam said, String text, Spent spent) implements Turn {}

  /** The answer reached the limit before it was whole. */
  record CutOff(Spent spent) implements Turn {}

  record Declined(Spent spent) implements Turn {}

  /** No answer at all, for a reason that a person can read. */
  record Failed(String sentence) implements Turn {
    @Override
    public Spent spent() {
      return Spent.NOTHING;
    }
  }

  /** A tool that Claude wants to be used. */
  record Use(String id, String name, ObjectNode input) {}
}

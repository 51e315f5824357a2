package org.prmlab.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;

/** A solution as a server gets it. */
sealed interface ServedText {
  int AROUND_MESSAGE = 32; // tokens

  /** As the request holds it. */
  JsonNode json();

  /** The most tokens it can be. */
  long mostTokens();

  default boolean isConversation() {
    return false;
  }

  /** One text in tokens, read at its positions. */
  record Tokens(TokenRow row) implements ServedText {
    @Override
    public JsonNode json() {
      return ids(row.ids().toArray(), row.length());
    }

    @Override
    public long mostTokens() {
      return row.length();
    }
  }

  /** A text for each step: the tokens up to the one at which it is read. */
  record Beginnings(TokenRow row) implements ServedText {
    @Override
    public JsonNode json() {
      int[] ids = row.ids().toArray();
      ArrayNode texts = JsonNodeFactory.instance.arrayNode();
      row.positions().forEach(at -> texts.add(ids(ids, at + 1)));
      return texts;
    }

    @Override
    public long mostTokens() {
      return row.positions().mapToLong(at -> at + 1L).sum();
    }
  }

  /** Messages that the server renders by the model's own chat template. */
  record Conversation(List<ChatMessage> messages) implements ServedText {
    @Override
    public JsonNode json() {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (ChatMessage message : messages) {
        list.addObject().put("role", message.role()).put("content", message.content());
      }
      return list;
    }

    @Override
    public long mostTokens() {
      return messages.stream()
          .mapToLong(m -> AROUND_MESSAGE + m.content().getBytes(StandardCharsets.UTF_8).length)
          .sum();
    }

    @Override
    public boolean isConversation() {
      return true;
    }
  }

  private static ArrayNode ids(int[] ids, int count) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode(count);
    for (int i = 0; i < count; i++) {
      list.add(ids[i]);
    }
    return list;
  }
}

package org.prmlab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.llm.endpoint.EndpointModelTest.limits;
import static org.prmlab.llm.endpoint.EndpointModelTest.prompts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;
import org.prmlab.model.SamplingSettings;

/** What the client sends, and how it reads a good answer. */
class EndpointRequestTest {
  private static EndpointSettings settings(LoopbackServer server) {
    return EndpointSettings.of(server.url(), "m", SamplingSettings.withDefaults(50).withTopP(0.9));
  }

  @Test
  void theRequestSaysHowToSample() throws IOException {
    Prompt rollout = prompts().get(3);
    Prompt question = Prompt.question("q", "is it?", SampleRange.ofFirst(1));
    try (LoopbackServer server =
            LoopbackServer.start(
                (number, body) -> Manner.NORMAL,
                body -> body.has("prompt") ? "so ..." : "It is \\boxed{%d}.");
        EndpointModel model =
            EndpointModel.connect(settings(server), limits().withConcurrency(1), "")) {
      List<Samples> drawn = model.complete(List.of(rollout, question), AnswerJournal.inMemory());
      assertEquals(
          List.of(End.CUT, End.CUT, End.CUT, End.CUT),
          drawn.get(0).completions().stream().map(Completion::end).toList());
      assertEquals(End.STOPPED, drawn.get(1).completions().get(0).end());
      var completion = server.bodies().get(0);
      assertEquals(
          "<|im_start|>user\nquestion 3<|im_end|>\n<|im_start|>assistant\nstep 3\n\n",
          completion.path("prompt").asText());
      assertEquals(4, completion.path("n").asInt());
      assertEquals(50, completion.path("max_tokens").asInt());
      assertEquals(1.0, completion.path("temperature").asDouble());
      assertEquals(0.9, completion.path("top_p").asDouble());
      assertTrue(completion.path("seed").isIntegralNumber());
      assertTrue(completion.path("top_k").isMissingNode());
      var chat = server.bodies().get(1);
      assertEquals("is it?", chat.path("messages").path(0).path("content").asText());
      assertEquals(50, chat.path("max_tokens").asInt());
    }
  }

  @Test
  void whatAFilterBrokeOffIsCutOff() throws IOException {
    try (LoopbackServer server =
            LoopbackServer.start((number, body) -> Manner.NORMAL, body -> "It is [removed]");
        EndpointModel model = EndpointModel.connect(settings(server), limits(), "")) {
      List<Samples> drawn = model.complete(prompts().subList(0, 1), AnswerJournal.inMemory());
      drawn.get(0).completions().forEach(c -> assertEquals(End.CUT, c.end()));
    }
  }

  @Test
  void aBegunAnswerMayBeContinuedInAConversation() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL)) {
      EndpointSettings settings =
          EndpointSettings.of(server.url(), "m", SamplingSettings.withDefaults(50).withTopK(5))
              .withStyle(ContinuationStyle.CHAT);
      try (EndpointModel model = EndpointModel.connect(settings, limits(), "")) {
        model.complete(prompts().subList(0, 1), AnswerJournal.inMemory());
      }
      var body = server.bodies().get(0);
      assertEquals("assistant", body.path("messages").path(1).path("role").asText());
      assertEquals("step 0\n\n", body.path("messages").path(1).path("content").asText());
      assertTrue(body.path("continue_final_message").asBoolean());
      assertEquals(5, body.path("top_k").asInt());
    }
  }

  @Test
  void theBaseUrlMayEndInASlashAndHaveAQuery() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL)) {
      for (String url : List.of(server.url() + "/", server.url() + "?api-version=1")) {
        EndpointSettings settings =
            EndpointSettings.of(url, "m", SamplingSettings.withDefaults(50));
        try (EndpointModel model = EndpointModel.connect(settings, limits(), "")) {
          List<Samples> drawn = model.complete(prompts().subList(0, 1), AnswerJournal.inMemory());
          assertEquals(Optional.empty(), drawn.get(0).missing(), url);
        }
      }
    }
  }

  @Test
  void withoutAKeyNoneIsSent() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL);
        EndpointModel model = EndpointModel.connect(settings(server), limits(), "")) {
      model.complete(prompts().subList(0, 1), AnswerJournal.inMemory());
      assertTrue(server.keys().stream().allMatch("null"::equals));
    }
  }
}
